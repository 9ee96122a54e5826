import { LONGEST_TURN_MS } from './master-limits.ts';

/** Lets others have their turns while one thing after the other is done for a master, however many. */
export class Turns {
  #startMs = performance.now();

  /** Whether others have waited for long enough. */
  get isLong(): boolean {
    return performance.now() - this.#startMs >= LONGEST_TURN_MS;
  }

  /** To be awaited between two things. */
  async next(): Promise<void> {
    if (!this.isLong) return;
    await othersTurn();
    this.#startMs = performance.now();
  }
}

/** To be awaited before one thing that takes a turn of its own. */
export function othersTurn(): Promise<void> {
  return new Promise((others) => setImmediate(others));
}
