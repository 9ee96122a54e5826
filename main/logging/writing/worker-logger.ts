import winston from 'winston';
import type { LogLine } from '../../contract/log/log-contract.ts';
import type { LogLevel } from '../../contract/log/log-level.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { systemClock } from '../../lib/clock.ts';
import { Emitter } from '../../lib/emitter.ts';
import { failed, type Outcome } from '../../lib/outcome.ts';
import { showable, showableLines } from '../../lib/showable.ts';
import type { Teardown } from '../../lib/teardown.ts';
import { textsIn } from '../../texts/texts.ts';
import { formatLogLine } from '../log-line.ts';
import type { Logger, LogMessage } from '../logger.ts';
import { hideSecrets } from './hide-secrets.ts';
import { RepeatedLines, type TimedLine } from './repeated-lines.ts';
import { RotatingFile, type RotationLimits } from './rotating-file.ts';
import { ROTATE, RotatingFileTransport } from './rotating-file-transport.ts';

export interface LogLimits {
  /** Bytes at which a new file is begun; undefined never does. */
  readonly logSize: number | undefined;
  /** Older files that are kept; undefined keeps all. */
  readonly logCount: number | undefined;
}

export interface WorkerLoggerOptions extends LogLimits {
  readonly logPath: string;
  /** Texts that no line may hold, such as a password: stars replace all but tiny ones. */
  readonly secrets?: readonly string[];
  /** Gets each line as it is written, for a terminal for example. */
  readonly echo?: ((line: string) => void) | undefined;
}

/** A disk that hangs must not keep the worker from leaving. */
const LONGEST_CLOSE_MS = 2_000;

/**
 * A worker's log: a file that is rotated, and listeners.
 *
 * Lines of level `debug` go nowhere, and a line that only repeats the one before is counted. A file that cannot be written is reported once, in a line that `echo` and
 * the listeners get like any other; the lines of that time are written when it can be again.
 */
export class WorkerLogger implements Logger {
  readonly #options: WorkerLoggerOptions;
  readonly #written = new Emitter<LogLine>();
  readonly #file: RotatingFile;
  readonly #transport: RotatingFileTransport;
  readonly #logger: winston.Logger;
  readonly #lines = new RepeatedLines(systemClock, (line) => this.#write(line));
  #secrets: readonly string[];
  #closed: Promise<void> | undefined;

  constructor(options: WorkerLoggerOptions) {
    this.#options = options;
    this.#secrets = options.secrets ?? [];
    this.#file = new RotatingFile({
      path: options.logPath,
      limits: rotationLimitsFrom(options),
      clock: systemClock,
      onTrouble: (problem) => this.log('error', 'log', problem),
    });
    this.#transport = new RotatingFileTransport(this.#file);
    this.#logger = winston.createLogger({
      level: 'info',
      format: winston.format.printf(({ message }) => String(message)),
      transports: [this.#transport],
    });
  }

  log(level: LogLevel, subject: string, message: LogMessage): void {
    if (level === 'debug') return;
    this.#lines.add({
      at: Date.now(),
      level,
      subject: showable(subject),
      message: showableLines(this.#withoutSecrets(textOf(message))),
    });
    // Nothing is left to wait for the next line.
    if (this.#closed !== undefined) this.#lines.flush();
  }

  onWritten(listener: (line: LogLine) => void): Teardown {
    return this.#written.on(listener);
  }

  /** Begins a new file after the lines logged so far. Errors: a sentence; the log goes on as it was. */
  rotate(): Promise<Outcome<void, Problem>> {
    if (this.#closed !== undefined) return Promise.resolve(failed(problem('log.closed')));
    this.#lines.flush();
    return new Promise((resolve) => {
      this.#logger.write({ level: 'info', message: '', [ROTATE]: resolve });
    });
  }

  /** Further texts that no line may hold; what was hidden before stays hidden. */
  hide(secrets: readonly string[]): void {
    this.#secrets = [...new Set([...this.#secrets, ...secrets])];
  }

  /** Other limits from now on: a file over the new size is rotated, files too many are removed. */
  reconfigure(limits: LogLimits): Promise<Outcome<void, Problem>> {
    return this.#file.reconfigure(rotationLimitsFrom(limits));
  }

  /** Resolves when all lines are in the file; what is logged afterwards only reaches listeners. */
  close(): Promise<void> {
    this.#lines.flush();
    this.#closed ??= new Promise((resolve) => {
      const giveUp = systemClock.setTimer(LONGEST_CLOSE_MS, resolve);
      this.#transport.once('finish', () => {
        giveUp.cancel();
        resolve();
      });
      this.#logger.end();
    });
    return this.#closed;
  }

  #write(line: TimedLine): void {
    const text = formatLogLine(line);
    if (this.#closed === undefined) this.#logger.log(line.level, text);
    this.#options.echo?.(text);
    this.#written.emit(line);
  }

  #withoutSecrets(message: string): string {
    return hideSecrets(message, this.#secrets);
  }
}

/** The log is English whatever the user's language: masters' administrators are asked about it. */
function textOf(message: LogMessage): string {
  if (typeof message === 'string') return message;
  const problems: readonly Problem[] = 'key' in message ? [message] : message;
  return problems.map(textsIn('en').say).join(' ');
}

function rotationLimitsFrom({ logSize, logCount }: LogLimits): RotationLimits {
  // 0 means "never" to the Python worker, too.
  return { sizeBytes: logSize === 0 ? undefined : logSize, keep: logCount };
}
