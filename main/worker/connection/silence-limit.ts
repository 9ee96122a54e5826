import type { Clock, Timer } from '../../lib/clock.ts';

/** A login that has not come to its end by then, however busy its master is, will not. */
export const LONGEST_LOGIN_MS = 600_000;

/**
 * Calls back once when nothing arrived for a while, or when it lasts too long for all that arrives: one
 * byte now and then is no progress. An arrival costs no more than reading a clock.
 */
export class SilenceLimit {
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #onSilence: (afterMs: number) => void;
  readonly #longestMs: number;
  readonly #startedMs: number;
  #lastHeardMs: number;
  #timer: Timer | undefined;

  /** `onSilence` gets the limit that was met. Default of `longestMs`: any time, as long as things arrive. */
  constructor(
    clock: Clock,
    limitMs: number,
    onSilence: (afterMs: number) => void,
    longestMs = Number.POSITIVE_INFINITY,
  ) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#onSilence = onSilence;
    this.#longestMs = longestMs;
    this.#startedMs = clock.monotonicMs();
    this.#lastHeardMs = this.#startedMs;
    this.#arm(Math.min(limitMs, longestMs));
  }

  get lastHeardMs(): number {
    return this.#lastHeardMs;
  }

  received(): void {
    this.#lastHeardMs = this.#clock.monotonicMs();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #arm(delayMs: number): void {
    this.#timer = this.#clock.setTimer(delayMs, () => {
      const nowMs = this.#clock.monotonicMs();
      const silenceLeftMs = this.#lastHeardMs + this.#limitMs - nowMs;
      const leftMs = this.#startedMs + this.#longestMs - nowMs;
      if (silenceLeftMs <= 0) this.#onSilence(this.#limitMs);
      else if (leftMs <= 0) this.#onSilence(this.#longestMs);
      else this.#arm(Math.min(silenceLeftMs, leftMs));
    });
  }
}
