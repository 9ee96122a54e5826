/** From the most to the least urgent. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where log lines go. `subject` is the part that speaks, such as `connection` or `command 42`. */
export interface Logger {
  log(level: LogLevel, subject: string, message: string): void;
}

export const silentLogger: Logger = { log: () => {} };
