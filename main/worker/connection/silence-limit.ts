import type { Clock, Timer } from '../../lib/clock.ts';

/** Calls back once when nothing arrived for a while. An arrival costs no more than reading a clock. */
export class SilenceLimit {
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #onSilence: () => void;
  #lastHeardMs: number;
  #timer: Timer | undefined;

  constructor(clock: Clock, limitMs: number, onSilence: () => void) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#onSilence = onSilence;
    this.#lastHeardMs = clock.monotonicMs();
    this.#arm(limitMs);
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
      const silentMs = this.#clock.monotonicMs() - this.#lastHeardMs;
      if (silentMs >= this.#limitMs) this.#onSilence();
      else this.#arm(this.#limitMs - silentMs);
    });
  }
}
