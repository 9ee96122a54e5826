import type { Clock } from '../lib/clock.ts';
import type { CommandRun } from './command-run.ts';

/** Longer than the force takes that ends a program; what lasts longer is held by the system. */
const LONGEST_HOLD_MS = 15_000;

/**
 * Commands that are on their way out of a directory, after their link or their builder was lost: the next
 * command there waits for them, so that no two builds share a directory.
 */
export class LeavingRuns {
  readonly #clock: Clock;
  readonly #byDirectory = new Map<string, Set<CommandRun>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(directory: string, run: CommandRun): void {
    if (run.hasEnded) return;
    const runs = this.#byDirectory.get(directory) ?? new Set();
    this.#byDirectory.set(directory, runs.add(run));
    void run.completed.then(() => {
      runs.delete(run);
      if (runs.size === 0 && this.#byDirectory.get(directory) === runs) {
        this.#byDirectory.delete(directory);
      }
    });
  }

  /**
   * Ends by force what still leaves a directory, and settles when it has left, or cannot be waited for any
   * longer; undefined when nothing leaves it.
   */
  hurry(directory: string): Promise<void> | undefined {
    const runs = this.#byDirectory.get(directory);
    if (!runs) return undefined;
    for (const run of runs) run.endAtOnce();
    const gone = Promise.all([...runs].map((run) => run.completed));
    return new Promise((resolve) => {
      const limit = this.#clock.setTimer(LONGEST_HOLD_MS, resolve);
      void gone.then(() => {
        limit.cancel();
        resolve();
      });
    });
  }
}
