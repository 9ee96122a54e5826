import type { Outcome } from '../../lib/outcome.ts';
import { call } from '../entries.ts';

/** The list of workers itself; what a worker does is asked by `app.perform`. */
export const workersContract = {
  /** Bytes of everything in the worker's directory; undefined when it cannot be told. */
  directorySize: call<WorkerId, number | undefined>(),
  /** Stops the worker and forgets it; during a build the user is asked. False when waved away. */
  remove: call<WorkerRemoval, Outcome<boolean, string>>(),
  /** Every worker's id, in the order that is wished. */
  reorder: call<readonly WorkerId[], void>(),
  /** Makes a worker like another one, with a directory and a name of its own, and connects it. */
  duplicate: call<WorkerCopy, Outcome<WorkerId, string>>(),
};

export type WorkerId = string;

export interface WorkerRemoval {
  readonly workerId: WorkerId;
  /** Removes the directory too, with all builds in it. */
  readonly deletesDirectory: boolean;
}

export interface WorkerCopy {
  readonly workerId: WorkerId;
  readonly basedir: string;
  readonly workerName: string;
  /** Undefined for the same one. */
  readonly password: string | undefined;
}
