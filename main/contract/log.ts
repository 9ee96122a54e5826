import type { LogLevel } from '../lib/logger.ts';
import { call, event } from './entries.ts';
import type { WorkerId } from './workers.ts';

export const logContract = {
  /** The worker's last log lines, oldest first. */
  recent: call<WorkerId, readonly LogLine[]>(),
  written: event<WorkerLogLines>(),
};

export interface WorkerLogLines {
  readonly workerId: WorkerId;
  /** Oldest first. */
  readonly items: readonly LogLine[];
}

export interface LogLine {
  /** Ms since 1970; undefined for a line that carries no time. */
  readonly at: number | undefined;
  readonly level: LogLevel;
  readonly subject: string;
  readonly message: string;
}
