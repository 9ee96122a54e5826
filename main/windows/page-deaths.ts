import type { Clock } from '../lib/clock.ts';

/** A page that dies as soon as it is there must not keep the machine busy. */
const PAUSES_MS = [0, 1_000, 5_000, 15_000, 60_000] as const;
const LONGEST_PAUSE_MS = 300_000;
/** A page that has lived so long has nothing to do with the deaths before it. */
const GOOD_LIFE_MS = 600_000;

/** How long to wait, after the page of a window has died, before the window is made again. */
export class PageDeaths {
  readonly #clock: Clock;
  #inARow = 0;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called once for each death: the pause, in milliseconds. */
  pauseAfterNext(): number {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#lastMs >= GOOD_LIFE_MS) this.#inARow = 0;
    this.#lastMs = nowMs;
    const pauseMs = PAUSES_MS[this.#inARow] ?? LONGEST_PAUSE_MS;
    this.#inARow += 1;
    return pauseMs;
  }
}
