import type { LogLevel } from '../contract/log/log-level.ts';

/** Where log lines go. `subject` is the part that writes, such as `connection` or `command 42`. */
export interface Logger {
  log(level: LogLevel, subject: string, message: string): void;
}

export const silentLogger: Logger = { log: () => {} };
