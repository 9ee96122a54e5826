import { announcement, answers, call } from '../entries.ts';
import { type WorkerId, workerId } from '../shapes.ts';
import type { CommandOutput } from './worker-status.ts';

export const outputContract = {
  /** The last output of the commands that run now, oldest first, at most 256 KiB of text. */
  recent: call(workerId, answers<readonly CommandOutput[]>()),
  printed: announcement<WorkerOutput>(),
};

export interface WorkerOutput {
  readonly workerId: WorkerId;
  /** Oldest first. */
  readonly items: readonly CommandOutput[];
}
