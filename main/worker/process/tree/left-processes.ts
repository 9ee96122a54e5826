import { isStillRunning, startMarkOf } from '../../../system/running-process.ts';

/**
 * Processes of commands that could not be ended: the system holds them, or they are no longer ours to
 * end. They are shown for as long as they run.
 */
export class LeftProcesses {
  /** With what distinguishes each from a later process of its pid; undefined where the system has nothing. */
  readonly #startedAt = new Map<number, string | undefined>();

  /** The pids of those that still run, the lowest first. */
  get pids(): readonly number[] {
    for (const [pid, startedAt] of this.#startedAt) {
      if (!isStillRunning(pid, startedAt)) this.#startedAt.delete(pid);
    }
    return [...this.#startedAt.keys()].sort((a, b) => a - b);
  }

  add(pids: readonly number[]): void {
    for (const pid of pids) this.#startedAt.set(pid, startMarkOf(pid));
  }
}
