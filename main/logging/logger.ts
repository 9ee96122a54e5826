import type { LogLevel } from '../contract/log/log-level.ts';
import type { Problem } from '../contract/problem.ts';

/** What a line holds: text, or problems, whose words the log makes, one sentence after the other. */
export type LogMessage = string | Problem | readonly Problem[];

/** Where log lines go. `subject` is the part that writes, such as `connection` or `command 42`. */
export interface Logger {
  log(level: LogLevel, subject: string, message: LogMessage): void;
}

export const silentLogger: Logger = { log: () => {} };
