/** Time as the worker sees it; tests hand in one they move by hand. */
export interface Clock {
  /** Milliseconds since the epoch; may jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds that only ever grow; for measuring how long something took. */
  monotonicMs(): number;
  /** Calls back once after `delayMs`. */
  setTimer(delayMs: number, callback: () => void): Timer;
}

/** A timer that was set. Cancelling it twice, or after it fired, does nothing. */
export interface Timer {
  cancel(): void;
}

/** Node keeps delays in 32 bits and fires longer ones at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  setTimer(delayMs, callback) {
    let handle: NodeJS.Timeout;
    let remainingMs = Math.max(0, delayMs);
    const arm = (): void => {
      const stepMs = Math.min(remainingMs, LONGEST_DELAY_MS);
      remainingMs -= stepMs;
      handle = setTimeout(() => (remainingMs > 0 ? arm() : callback()), stepMs);
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  },
};
