import winston from 'winston';
import type { LogLine } from '../contract/contract.ts';
import type { Disposable } from '../lib/disposable.ts';
import { Emitter } from '../lib/emitter.ts';
import type { Logger, LogLevel } from '../lib/logger.ts';
import { formatLogLine } from './log-line.ts';

export interface WorkerLoggerOptions {
  readonly logPath: string;
  /** Bytes at which a new file is begun; undefined never does. */
  readonly logSize: number | undefined;
  /** Older files that are kept; undefined keeps all. */
  readonly logCount: number | undefined;
  /** Hears each line as it is written, such as a terminal does. */
  readonly echo?: ((line: string) => void) | undefined;
}

/** winston renames every file at each rotation, so that even "all" has an end. */
const ALL_FILES = 999;
const LONGEST_CLOSE_MS = 500;

/**
 * A worker's log: a file that is rotated, and listeners.
 *
 * Lines of level `debug` go nowhere. A file that cannot be written is told once to `echo`; listeners
 * still hear everything.
 */
export class WorkerLogger implements Logger {
  readonly #options: WorkerLoggerOptions;
  readonly #written = new Emitter<LogLine>();
  readonly #file: winston.transports.FileTransportInstance;
  readonly #logger: winston.Logger;
  #hasFailed = false;

  constructor(options: WorkerLoggerOptions) {
    this.#options = options;
    const { logPath, logSize, logCount } = options;
    this.#file = new winston.transports.File({
      filename: logPath,
      ...(logSize === undefined
        ? {}
        : { maxsize: logSize, maxFiles: (logCount ?? ALL_FILES) + 1, tailable: true }),
    });
    this.#logger = winston.createLogger({
      level: 'info',
      format: winston.format.printf(({ message }) => String(message)),
      transports: [this.#file],
    });
    this.#file.on('error', (error: Error) => this.#failed(error));
    this.#logger.on('error', (error: Error) => this.#failed(error));
  }

  log(level: LogLevel, subject: string, message: string): void {
    if (level === 'debug') return;
    const line: LogLine = { at: Date.now(), level, subject, message };
    const text = formatLogLine(line);
    this.#logger.log(level, text);
    this.#options.echo?.(text);
    this.#written.emit(line);
  }

  onWritten(listener: (line: LogLine) => void): Disposable {
    return this.#written.on(listener);
  }

  /** Resolves when all lines are in the file. Nothing may be logged afterwards. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#file.once('finish', () => resolve());
      this.#file.once('error', () => resolve());
      // winston forgets to finish while it begins a new file; what it holds is written by then.
      setTimeout(resolve, LONGEST_CLOSE_MS);
      this.#logger.end();
    });
  }

  #failed(error: Error): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#options.echo?.(`The log ${this.#options.logPath} cannot be written: ${error.message}.`);
  }
}
