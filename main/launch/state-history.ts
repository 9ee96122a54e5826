import type { Problem } from '../contract/problem.ts';
import type { StateChange } from '../contract/worker/state-change.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import type { Worker } from '../worker/worker.ts';

/** A day of an unsteady connection; older ones are in the log. */
const MOST_CHANGES = 50;

/** The last states of a worker since it was launched, oldest first. What changes within a state is left out. */
export class StateHistory {
  readonly #clock: Pick<Clock, 'now'>;
  #changes: readonly StateChange[] = [];

  constructor(worker: Pick<Worker, 'status' | 'onStatusChanged'>, clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#add(worker.status);
    worker.onStatusChanged((status) => this.#add(status));
  }

  get changes(): readonly StateChange[] {
    return this.#changes;
  }

  #add(status: WorkerStatus): void {
    const { kind } = status;
    const problem = problemIn(status);
    const last = this.#changes.at(-1);
    // Another try, or another command, is no other state.
    if (last?.kind === kind && (problem === undefined || last.problem?.key === problem.key)) return;
    const change = { at: this.#clock.now(), kind, problem };
    this.#changes = [...this.#changes, change].slice(-MOST_CHANGES);
  }
}

function problemIn(status: WorkerStatus): Problem | undefined {
  if (status.kind === 'stopped') return status.why;
  return 'problem' in status ? status.problem?.problem : undefined;
}
