import type { Clock, Timer } from '../../main/lib/clock.ts';

interface PendingTimer {
  readonly atMs: number;
  readonly order: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it; timers fire inside `advance`, in order of time. */
export class FakeClock implements Clock {
  #monotonicMs = 0;
  #wallMs: number;
  #order = 0;
  readonly #pending = new Set<PendingTimer>();

  constructor(startMs = 1_700_000_000_000) {
    this.#wallMs = startMs;
  }

  /** Timers that were set and neither fired nor were cancelled. */
  get pendingTimers(): number {
    return this.#pending.size;
  }

  /** How long until the next timer fires; undefined when none is set. */
  get nextTimerMs(): number | undefined {
    const next = this.#next();
    return next === undefined ? undefined : next.atMs - this.#monotonicMs;
  }

  now(): number {
    return this.#wallMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const timer: PendingTimer = {
      atMs: this.#monotonicMs + Math.max(0, delayMs),
      order: this.#order++,
      callback,
    };
    this.#pending.add(timer);
    return { cancel: () => void this.#pending.delete(timer) };
  }

  /** Moves time forward and fires what is due, timers set on the way included. */
  advance(byMs: number): void {
    const untilMs = this.#monotonicMs + byMs;
    for (let next = this.#next(); next !== undefined && next.atMs <= untilMs; next = this.#next()) {
      this.#moveTo(next.atMs);
      this.#pending.delete(next);
      next.callback();
    }
    this.#moveTo(untilMs);
  }

  /** As `advance`, but lets promises settle after each timer. */
  async advanceAsync(byMs: number): Promise<void> {
    const untilMs = this.#monotonicMs + byMs;
    await settlePromises();
    for (let next = this.#next(); next !== undefined && next.atMs <= untilMs; next = this.#next()) {
      this.advance(Math.max(0, next.atMs - this.#monotonicMs));
      await settlePromises();
    }
    this.#moveTo(untilMs);
    await settlePromises();
  }

  /** Sets the wall clock as a user or a time server would; timers do not notice. */
  setWallClock(ms: number): void {
    this.#wallMs = ms;
  }

  #moveTo(ms: number): void {
    this.#wallMs += ms - this.#monotonicMs;
    this.#monotonicMs = ms;
  }

  #next(): PendingTimer | undefined {
    let first: PendingTimer | undefined;
    for (const timer of this.#pending) {
      if (first === undefined || timer.atMs < first.atMs) first = timer;
    }
    return first;
  }
}

function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
