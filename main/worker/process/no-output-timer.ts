import type { Clock, Timer } from '../../lib/clock.ts';

/**
 * Calls back once when there was no output for a while.
 *
 * While held it does not run; when released it begins again. Output costs no timer: the one
 * that runs looks at the time when it fires, and sets out again for what is left.
 */
export class NoOutputTimer {
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #onSilence: () => void;
  #timer: Timer | undefined;
  #outputAtMs = 0;
  #isStarted = false;
  #isHeld = false;
  #isOver = false;

  constructor(clock: Clock, limitMs: number, onSilence: () => void) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#onSilence = onSilence;
  }

  start(): void {
    this.#isStarted = true;
    this.outputCame();
    this.#arm(this.#limitMs);
  }

  outputCame(): void {
    this.#outputAtMs = this.#clock.monotonicMs();
  }

  setHeld(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#timer?.cancel();
    if (this.#isStarted && !isHeld && !this.#isOver) this.start();
  }

  cancel(): void {
    this.#isOver = true;
    this.#timer?.cancel();
  }

  #arm(delayMs: number): void {
    if (this.#isHeld) return;
    this.#timer = this.#clock.setTimer(delayMs, () => this.#look());
  }

  #look(): void {
    const leftMs = this.#outputAtMs + this.#limitMs - this.#clock.monotonicMs();
    if (leftMs > 0) {
      this.#arm(leftMs);
      return;
    }
    this.#isOver = true;
    this.#onSilence();
  }
}
