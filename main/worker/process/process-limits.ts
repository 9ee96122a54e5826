import type { Clock, Timer } from '../../lib/clock.ts';
import { LineCounter } from './line-counter.ts';
import { NoOutputTimer } from './no-output-timer.ts';
import type { ProcessRequest } from './process-request.ts';

/** A limit of the master's that a process went beyond, in the Python worker's words. */
export interface Excess {
  readonly failureReason: 'timeout_without_output' | 'timeout' | 'max_lines_failure';
  readonly text: string;
}

/**
 * The limits a master sets to a process: time without output, time in all, lines.
 *
 * Source: buildbot_worker, runprocess.py, doTimeout, doMaxTimeout and _check_max_lines.
 */
export class ProcessLimits {
  readonly #maxLines: number | undefined;
  readonly #maxTimeMs: number;
  readonly #clock: Clock;
  readonly #onExceeded: (excess: Excess) => void;
  readonly #counters = { stdout: new LineCounter(), stderr: new LineCounter() };
  #noOutput: NoOutputTimer | undefined;
  #maxTime: Timer | undefined;
  #isOver = false;

  constructor(request: ProcessRequest, clock: Clock, onExceeded: (excess: Excess) => void) {
    const { timeoutSeconds, maxTimeSeconds = 0, maxLines } = request;
    this.#maxLines = maxLines;
    this.#maxTimeMs = maxTimeSeconds * 1000;
    this.#clock = clock;
    this.#onExceeded = onExceeded;
    if (timeoutSeconds) {
      const text = `command timed out: ${timeoutSeconds} seconds without output`;
      this.#noOutput = new NoOutputTimer(clock, timeoutSeconds * 1000, () =>
        this.#exceed({ failureReason: 'timeout_without_output', text }),
      );
    }
  }

  start(): void {
    this.#noOutput?.start();
    if (!this.#maxTimeMs) return;
    const text = `command timed out: ${this.#maxTimeMs / 1000} seconds elapsed`;
    this.#maxTime = this.#clock.setTimer(this.#maxTimeMs, () =>
      this.#exceed({ failureReason: 'timeout', text }),
    );
  }

  /** Some output came, whether it is sent or not. */
  outputCame(): void {
    this.#noOutput?.outputCame();
  }

  /** While we hold a process back, its silence is ours. Its time in all goes on: the master counts. */
  setHeld(isHeld: boolean): void {
    this.#noOutput?.setHeld(isHeld);
  }

  count(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    if (this.#maxLines === undefined || this.#isOver) return;
    const { stdout, stderr } = this.#counters;
    this.#counters[stream].add(bytes);
    const lines = stdout.lines + stderr.lines;
    if (lines <= this.#maxLines) return;
    const text = `command exceeds max lines: ${lines}/${this.#maxLines} written/allowed`;
    this.#exceed({ failureReason: 'max_lines_failure', text });
  }

  /** No limit counts any more. */
  stop(): void {
    this.#isOver = true;
    this.#noOutput?.cancel();
    this.#maxTime?.cancel();
  }

  #exceed(excess: Excess): void {
    if (this.#isOver) return;
    this.stop();
    this.#onExceeded(excess);
  }
}
