import { readlinkSync, realpathSync } from 'node:fs';
import { findProcess, type ProcessEntry } from '../../../system/process-table.ts';
import type { StartEnvironment } from '../../../system/start-environment-of.ts';
import { processGuard } from '../guardian/guard-processes.ts';
import { isMarked } from './process-mark.ts';

/** A command that runs: who leads it, since when, and where. */
export interface CommandPlace {
  readonly leader: number;
  /** Ticks since the machine's start. */
  readonly startedAt: number;
  readonly workdir: string;
  /** The first process of the enclosure that it runs in; undefined in the open. */
  readonly enclosedBy?: number | undefined;
}

/** Every command of this process that has not come to its end. */
const running = new Set<CommandPlace>();
/** By the place of a command that is over: which processes it left. */
const kept = new Map<CommandPlace, (entry: ProcessEntry) => boolean>();

export function commandBegins(place: CommandPlace): void {
  running.add(place);
}

export function commandEnds(place: CommandPlace): void {
  running.delete(place);
  kept.delete(place);
}

/** The command is over, what it left goes on: none of that is another's, and no more of others' its own. */
export function commandLeaves(place: CommandPlace, isLeft: (entry: ProcessEntry) => boolean): void {
  running.delete(place);
  kept.set(place, isLeft);
}

/**
 * Whether a process that shows no sign of any command is one of this command nevertheless: a daemon that
 * emptied its environment and left group, session and parent.
 *
 * In a control group of ours everything is a build's that the worker did not start for itself. Without
 * one, what has neither our mark nor a HOME, and works in the command's directory. What another running
 * command may have started is left to that one.
 */
export function isStray(
  entry: ProcessEntry,
  environment: StartEnvironment,
  place: CommandPlace,
  members: ReadonlySet<number> | undefined,
): boolean {
  if (kept.has(place) || isMarked(environment)) return false;
  // In an enclosure its first process adopts all orphans.
  const isInside = place.enclosedBy !== undefined && entry.parentPid === place.enclosedBy;
  if ((!isInside && !isOrphan(entry)) || isOfAnother(entry, place)) return false;
  if (isInside) return true;
  return members ? members.has(entry.pid) : isEmptied(environment) && worksIn(entry.pid, place);
}

/** Everything in the worker's control group; undefined without one. */
export function groupMembers(): ReadonlySet<number> | undefined {
  return processGuard()?.group?.pids();
}

/** Whether its parent has ended: it then belongs to whoever adopts this process's orphans. */
export function isOrphan({ parentPid }: ProcessEntry): boolean {
  return parentPid === 1 || ancestors().has(parentPid);
}

let known: { readonly parent: number; readonly pids: ReadonlySet<number> } | undefined;

/** The processes above this one, of which one adopts orphans; asked again when the next has changed. */
function ancestors(): ReadonlySet<number> {
  const parent = process.ppid;
  if (known?.parent === parent) return known.pids;
  const pids = new Set<number>();
  for (let pid = parent; pid > 0 && !pids.has(pid); pid = findProcess(pid)?.parentPid ?? 0) {
    pids.add(pid);
  }
  known = { parent, pids };
  return pids;
}

function isOfAnother(entry: ProcessEntry, place: CommandPlace): boolean {
  const isLeft = [...kept.values()].some((isOfCommand) => isOfCommand(entry));
  return (
    isLeft ||
    [...running].some(
      (other) =>
        other !== place &&
        other.enclosedBy === place.enclosedBy &&
        other.startedAt <= Number(entry.startedAt),
    )
  );
}

/** What a person or a service starts has a home. */
function isEmptied(environment: StartEnvironment): boolean {
  return !environment.some((entry) => entry.startsWith('HOME='));
}

function worksIn(pid: number, { workdir }: CommandPlace): boolean {
  try {
    const dir = readlinkSync(`/proc/${pid}/cwd`);
    const real = realpathSync(workdir);
    return dir === real || dir.startsWith(`${real}/`);
  } catch {
    return false;
  }
}
