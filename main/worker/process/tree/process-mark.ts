import type { Clock } from '../../../lib/clock.ts';
import { environmentVariableOf } from '../../../system/environment-variable-of.ts';
import { pidNamespace } from '../../../system/pid-namespace.ts';
import { listProcesses, type ProcessEntry } from '../../../system/process-table.ts';
import { isStillRunning, killByForce } from '../../../system/running-process.ts';
import type { StartEnvironment } from '../../../system/start-environment-of.ts';
import { COMMAND_VARIABLE, OWN_VARIABLE, ownIdentity } from '../guardian/own-identity.ts';

/** A variable whose value no other command has, in this worker or another. */
export interface ProcessMark {
  readonly variable: Readonly<Record<string, string>>;
  /** Whether this is the environment of a process of the command. */
  isIn(environment: StartEnvironment): boolean;
}

let marksMade = 0;

/** What may outlive the worker has a mark by which neither the guardian nor a later worker finds it. */
const OUTLIVES = 'outlives ';

export function createProcessMark(outlives = false): ProcessMark {
  marksMade += 1;
  const value = `${outlives ? OUTLIVES : ''}${ownIdentity()} ${marksMade}`;
  const entry = `${COMMAND_VARIABLE}=${value}`;
  return {
    variable: { [COMMAND_VARIABLE]: value },
    isIn: (environment) => environment.includes(entry),
  };
}

/** Whether an environment shows whose its process is: a command's, or what the worker started itself. */
export function isMarked(environment: StartEnvironment): boolean {
  return environment.some(
    (entry) =>
      entry.startsWith(`${COMMAND_VARIABLE}=`) || entry === `${OWN_VARIABLE}=${ownIdentity()}`,
  );
}

/** Pids of what a dead worker's commands had left. */
export interface EndedLeftovers {
  readonly ended: readonly number[];
  /** These still run: the system holds them, or they are no longer ours to end. */
  readonly surviving: readonly number[];
}

/** How long, and how often, killed processes are waited for. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 20;

/**
 * Ends what the commands of crashed or killed workers left running. For the start of
 * a worker. Linux only: elsewhere nothing is found.
 *
 * Shape: those of workers of one namespace of process numbers alone, by default our own.
 */
export async function endProcessesOfDeadWorkers(
  clock: Clock,
  namespace = pidNamespace(),
): Promise<EndedLeftovers> {
  const table = listProcesses();
  const isLeft = (entry: ProcessEntry): boolean => isOfDeadWorker(entry, table, namespace);
  const found = table.filter((entry) => !entry.isZombie && isLeft(entry));
  for (const { pid } of found) killByForce(pid);
  const untilMs = clock.monotonicMs() + PATIENCE_MS;
  while (found.some(stillRuns) && clock.monotonicMs() < untilMs) {
    await new Promise<void>((look) => clock.setTimer(LOOK_MS, look));
  }
  const pidsOf = (entries: readonly ProcessEntry[]) => entries.map(({ pid }) => pid);
  const surviving = found.filter(stillRuns);
  return {
    ended: pidsOf(found.filter((entry) => !surviving.includes(entry))),
    surviving: pidsOf(surviving),
  };
}

function stillRuns({ pid, startedAt }: ProcessEntry): boolean {
  return isStillRunning(pid, startedAt);
}

function isOfDeadWorker(
  { pid }: ProcessEntry,
  table: readonly ProcessEntry[],
  ownNamespace: string,
): boolean {
  const [namespace, worker, startedAt] = markOf(pid)?.split(' ') ?? [];
  if (!worker || !startedAt || namespace !== ownNamespace) return false;
  return !table.some((entry) => entry.pid === Number(worker) && entry.startedAt === startedAt);
}

function markOf(pid: number): string | undefined {
  return environmentVariableOf(pid, COMMAND_VARIABLE);
}
