import { LONGEST_TURN_MS } from './master-limits.ts';

/** Lets others have their turns while one thing after the other is done for a master, however many. */
export class Turns {
  #startMs = performance.now();

  /** To be awaited between two things. */
  async next(): Promise<void> {
    if (performance.now() - this.#startMs < LONGEST_TURN_MS) return;
    await new Promise((others) => setImmediate(others));
    this.#startMs = performance.now();
  }
}
