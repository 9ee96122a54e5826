import { readFileSync, readlinkSync } from 'node:fs';
import { findProcess, listProcesses, type ProcessEntry } from './process-table.ts';

/**
 * Every process of a command inherits this variable. Group, session and parent can all be left behind,
 * as a daemon does; the environment a program was started with stays readable wherever it goes. (The
 * environment filter keeps an outer Buildtray's variable away, and headers never show it.)
 */
const VARIABLE = 'BUILDTRAY_COMMAND';

/** A variable whose value no other command has, in this worker or another. */
export interface ProcessMark {
  readonly variable: Readonly<Record<string, string>>;
  /** Whether a process was started with it; always false where the system does not tell. */
  isOn(pid: number): boolean;
}

let marksMade = 0;
/** This worker among all that ever ran here; asked of the system once, for the first command. */
let ownIdentity: string | undefined;

export function createProcessMark(): ProcessMark {
  marksMade += 1;
  ownIdentity ??= `${pidNamespace()} ${process.pid} ${findProcess(process.pid)?.startedAt ?? ''}`;
  const value = `${ownIdentity} ${marksMade}`;
  return {
    variable: { [VARIABLE]: value },
    isOn: (pid) => markOf(pid) === value,
  };
}

/**
 * Ends what the commands of workers left behind that are no more, crashed or killed; returns the
 * pids. For the start of a worker. Linux only: elsewhere nothing is found.
 */
export function endProcessesOfDeadWorkers(): readonly number[] {
  const table = listProcesses();
  const left = table.filter((entry) => !entry.isZombie && isOfDeadWorker(entry, table));
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone meanwhile.
    }
  }
  return left.map((entry) => entry.pid);
}

function isOfDeadWorker({ pid }: ProcessEntry, table: readonly ProcessEntry[]): boolean {
  const [namespace, worker, startedAt] = markOf(pid)?.split(' ') ?? [];
  if (!worker || !startedAt || namespace !== pidNamespace()) return false;
  return !table.some((entry) => entry.pid === Number(worker) && entry.startedAt === startedAt);
}

function markOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    return environment
      .find((entry) => entry.startsWith(`${VARIABLE}=`))
      ?.slice(VARIABLE.length + 1);
  } catch {
    // Another user's, or gone.
    return undefined;
  }
}

/** A worker in a container has a pid of its own there, which means nothing out here. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return 'unknown';
  }
}
