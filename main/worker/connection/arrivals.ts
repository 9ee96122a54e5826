import type { Clock } from '../../lib/clock.ts';
import type { Arrival } from './arrival.ts';

/**
 * A master that lets a connection wait so much longer than it used to is crowded: it has lost all its
 * workers, and they come back at once.
 */
const CROWDED = { timesUsual: 3, moreMs: 100 };
/** A thousand workers that come back spread over this log in some sixty times a second. */
const SPREAD_MS = 17_000;

/**
 * What a worker recalls of how its masters greet. When a session was lost and the master now greets
 * slowly, others were lost with it: the login then waits for a moment drawn by lot. A master that greets
 * as ever is logged in to at once.
 */
export class Arrivals {
  readonly #clock: Clock;
  /** The shortest greeting of each master, in milliseconds from the try's beginning. */
  readonly #usualMs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A try to reach `master` begins; `isAfterLoss` when a session with it was lost before. */
  begin(master: string, isAfterLoss: boolean): Arrival {
    const beganMs = this.#clock.monotonicMs();
    const usualMs = this.#usualMs.get(master);
    return {
      wasMaster: usualMs !== undefined,
      mayBeCrowded: isAfterLoss && usualMs !== undefined,
      greeted: async (left) => {
        const tookMs = this.#clock.monotonicMs() - beganMs;
        this.#usualMs.set(master, Math.min(tookMs, usualMs ?? tookMs));
        if (!isAfterLoss || usualMs === undefined || !isCrowded(tookMs, usualMs)) return;
        await new Promise<void>((resolve) => {
          const timer = this.#clock.setTimer(Math.random() * SPREAD_MS, resolve);
          void left.then(() => {
            timer.cancel();
            resolve();
          });
        });
      },
    };
  }
}

function isCrowded(tookMs: number, usualMs: number): boolean {
  return tookMs > usualMs * CROWDED.timesUsual + CROWDED.moreMs;
}
