import { call, event } from '../entries.ts';
import type { CommandOutput } from './worker-status.ts';
import type { WorkerId } from './workers-contract.ts';

export const outputContract = {
  /** The last output of the commands that run now, oldest first, at most 256 KiB of text. */
  recent: call<WorkerId, readonly CommandOutput[]>(),
  printed: event<WorkerOutput>(),
};

export interface WorkerOutput {
  readonly workerId: WorkerId;
  /** Oldest first. */
  readonly items: readonly CommandOutput[];
}
