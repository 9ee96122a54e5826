import type { LogLine } from '../../contract/log/log-contract.ts';
import type { Clock, Timer } from '../../lib/clock.ts';

/** So soon, repetitions of a line are reported; each next report of the same line takes twice as long. */
const FIRST_REPORT_MS = 5_000;
const LATEST_REPORT_MS = 10 * 60_000;

/** A line with the moment at which it was logged. */
export type TimedLine = LogLine & { readonly at: number };

interface Repetition {
  readonly line: TimedLine;
  /** Those that were not reported yet. */
  count: number;
  since: number;
  last: number;
  waitMs: number;
}

/**
 * Writes lines as they come, but one that only repeats the line before is counted, and the count is written
 * a little later. Whatever loops, for whatever reason, fills no log. A single repetition is written as it was.
 */
export class RepeatedLines {
  readonly #clock: Clock;
  readonly #write: (line: TimedLine) => void;
  #repetition: Repetition | undefined;
  #timer: Timer | undefined;

  constructor(clock: Clock, write: (line: TimedLine) => void) {
    this.#clock = clock;
    this.#write = write;
  }

  add(line: TimedLine): void {
    const { at } = line;
    if (this.#repetition && isSame(this.#repetition.line, line)) {
      if (this.#repetition.count === 0) this.#repetition.since = this.#repetition.last;
      this.#repetition.count += 1;
      this.#repetition.last = at;
      this.#timer ??= this.#clock.setTimer(this.#repetition.waitMs, () => this.#report());
      return;
    }
    this.flush();
    this.#repetition = { line, count: 0, since: at, last: at, waitMs: FIRST_REPORT_MS };
    this.#write(line);
  }

  /** Writes what was counted; the next line is written whatever it is. */
  flush(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#writeCount();
    this.#repetition = undefined;
  }

  #report(): void {
    this.#timer = undefined;
    this.#writeCount();
    if (!this.#repetition) return;
    this.#repetition.waitMs = Math.min(2 * this.#repetition.waitMs, LATEST_REPORT_MS);
  }

  #writeCount(): void {
    if (!this.#repetition || this.#repetition.count === 0) return;
    const { line, count, since, last } = this.#repetition;
    this.#repetition.count = 0;
    const seconds = ((last - since) / 1000).toFixed(0);
    const message = count === 1 ? line.message : `(the same ${count} more times in ${seconds} s)`;
    this.#write({ ...line, at: last, message });
  }
}

function isSame(one: LogLine, other: LogLine): boolean {
  return (
    one.message === other.message && one.subject === other.subject && one.level === other.level
  );
}
