import { z } from 'zod';
import type { Outcome } from '../lib/outcome.ts';
import { announcement, answers, call } from './entries.ts';
import { line, nothing, password, path, type WorkerId, workerId } from './shapes.ts';
import type { CommandOutput } from './worker/worker-status.ts';

/** Makes a worker like another one, with a directory and a name of its own. */
const workerCopy = z.strictObject({
  workerId,
  basedir: path,
  workerName: line,
  /** Undefined for the same one. */
  password: password.or(z.undefined()),
});
export type WorkerCopy = z.infer<typeof workerCopy>;

const workerRemoval = z.strictObject({
  workerId,
  /** Removes the directory too, with all builds in it. */
  deletesDirectory: z.boolean(),
});

export interface WorkerOutput {
  readonly workerId: WorkerId;
  /** Oldest first. */
  readonly items: readonly CommandOutput[];
}

/** What this machine has done since midnight, and what it has left. */
export interface Today {
  /** Those that ended today or run now, of all workers. */
  readonly builds: number;
  readonly buildMs: number;
  readonly processors: number;
  /** From 0 to 1, since it was asked for last; undefined the first time. */
  readonly busyShare: number | undefined;
  /** Where it is least, of the workers' directories; undefined where none can be looked at. */
  readonly freeBytes: number | undefined;
}

/** The list of workers and what they print; what a worker does is requested by `app.perform`. */
export const overviewContract = {
  today: call(nothing, answers<Today>()),
  /** Bytes of everything in the worker's directory; undefined when they cannot be counted. */
  directorySize: call(workerId, answers<number | undefined>()),
  /** Stops the worker and forgets it; during a build the user is asked. False when dismissed. */
  remove: call(workerRemoval, answers<Outcome<boolean, string>>()),
  /** Every worker's id, in the user's order. */
  reorder: call(z.array(workerId).max(1_000).readonly(), answers<void>()),
  /** Makes the copy, and connects it. */
  duplicate: call(workerCopy, answers<Outcome<WorkerId, string>>()),
  /**
   * Asks for the directory that the worker has moved to, and goes on there; false when dismissed.
   * Errors: a sentence why no worker can run there.
   */
  locate: call(workerId, answers<Outcome<boolean, string>>()),
  /** The SHA-256 of the master's certificate, where a pin of it would make it trusted. */
  certificate: call(workerId, answers<string | undefined>()),
  /** Shows the worker's `buildbot.tac` in the system's file manager. */
  showFile: call(workerId, answers<void>()),
  /** The last output of the commands that run now, oldest first, at most 256 KiB of text. */
  recentOutput: call(workerId, answers<readonly CommandOutput[]>()),
  /** Its output is not shown any more: none is announced until it is asked for again. */
  leaveOutput: call(workerId, answers<void>()),
  printed: announcement<WorkerOutput>(),
};
