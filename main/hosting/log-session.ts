import { dirname } from 'node:path';
import type { LogOpening } from '../contract/log/log-contract.ts';
import type { LogExtent } from '../contract/log/log-rows.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { Clock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { logFilesOf } from '../logging/log-files.ts';
import { LogReader } from '../logging/reading/log-reader.ts';
import { watchLog } from '../logging/reading/watch-log.ts';
import { fileReasonOf } from '../system/file-reason.ts';

/** What a page shows before the lines are counted. */
const TAIL_ROWS = 500;

export interface LogSessionOptions {
  readonly logPath: string;
  readonly clock: Clock;
  /** Whether a window shows; while none does, nothing is looked at. */
  readonly isWatched: () => boolean;
  readonly onChanged: (extent: LogExtent) => void;
  readonly warn: (problem: Problem) => void;
}

/** A worker's log while a window looks at it. */
export class LogSession {
  readonly reader: LogReader;
  readonly #options: LogSessionOptions;
  #watching: Teardown | undefined;
  #isClosed = false;
  #hasFailed = false;

  constructor(options: LogSessionOptions) {
    const { logPath, clock } = options;
    this.#options = options;
    this.reader = new LogReader({
      listFiles: async () => (await logFilesOf(dirname(logPath))).map(({ path }) => path),
      clock,
      onChanged: (extent) => {
        if (!this.#isClosed) options.onChanged(extent);
      },
    });
  }

  /** The end of the log. Errors: the sentence why it cannot be read. */
  async open(): Promise<Outcome<LogOpening, Problem>> {
    const { logPath, clock } = this.#options;
    try {
      const tail = await this.reader.open(TAIL_ROWS);
      if (!this.#isClosed) this.#watching = watchLog(dirname(logPath), clock, () => this.#look());
      return succeeded({ tail, extent: this.reader.extent });
    } catch (error) {
      return failed(problem('files.cannotRead', { path: logPath, reason: fileReasonOf(error) }));
    }
  }

  /** Twice does no harm. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#watching?.dispose();
    await this.reader.close();
  }

  #look(): void {
    if (!this.#options.isWatched()) return;
    this.reader.refresh().catch((error: unknown) => {
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      const path = this.#options.logPath;
      this.#options.warn(problem('files.cannotRead', { path, reason: fileReasonOf(error) }));
    });
  }
}
