import type { Problem } from '../contract/problem.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { Clock } from '../lib/clock.ts';

/** The user has cancelled. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Waits for things, but no longer than they may take, and not at all once it is cancelled. */
export class Patience {
  readonly #clock: Clock;
  readonly #cancelled: Promise<never>;
  #reject: (error: Error) => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#cancelled = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    // It may be that nobody waits just then.
    this.#cancelled.catch(() => {});
  }

  /** Ends every wait, those to come included. Twice does no harm. */
  cancel(): void {
    this.#reject(new CancelledError());
  }

  /** Errors: those of the work, or CancelledError. */
  waitFor<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#cancelled]);
  }

  /** Errors: those of the work, CancelledError, or a ProblemError when it takes too long. */
  async waitAtMost<T>(ms: number, work: Promise<T>, otherwise: () => Problem): Promise<T> {
    let giveUp: (error: Error) => void = () => {};
    const late = new Promise<never>((_resolve, reject) => {
      giveUp = reject;
    });
    const timer = this.#clock.setTimer(ms, () => giveUp(new ProblemError(otherwise())));
    try {
      return await this.waitFor(Promise.race([work, late]));
    } finally {
      timer.cancel();
    }
  }
}
