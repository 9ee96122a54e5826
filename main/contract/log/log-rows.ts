import type { Problem } from '../problem.ts';
import type { LogLevel } from './log-level.ts';

/** What a level filter lets through: everything, warnings and errors, or errors alone. */
export const LOG_FILTERS = ['info', 'warn', 'error'] as const;
export type LogFilter = (typeof LOG_FILTERS)[number];

/** One line of a worker's whole log, as its page shows it. */
export interface LogRow {
  /** Counted over all files from the oldest; undefined while the log is not counted yet. */
  readonly line: number | undefined;
  /** Ms since 1970; undefined for a line that carries no time. */
  readonly at: number | undefined;
  readonly level: LogLevel;
  readonly subject: string;
  readonly message: string;
  /** Belongs to the line before it, as the lines of a traceback do. */
  readonly isContinued: boolean;
  /** Bytes at the end of an endless line that are left out; 0 for most. */
  readonly cutBytes: number;
}

/** How much log there is, and how much of it has been counted. */
export interface LogExtent {
  /** Another number means that lines have other numbers than before: forget all of them. */
  readonly generation: number;
  /** The number of the oldest line; grows as rotation removes old files. */
  readonly firstLine: number;
  /** How many lines each filter lets through. */
  readonly rows: Readonly<Record<LogFilter, number>>;
  readonly countedBytes: number;
  /** Size of all files. */
  readonly totalBytes: number;
  readonly files: number;
  /** False only at first: later growth is counted as it comes. */
  readonly isCounted: boolean;
}

/** A piece of the log: consecutive rows of what a filter lets through. */
export interface LogSlice {
  readonly generation: number;
  readonly filter: LogFilter;
  /** 0 for the oldest row that the filter lets through. */
  readonly firstRow: number;
  readonly rows: readonly LogRow[];
}

/** How far a search has come; it goes from the newest line to the oldest. */
export interface LogSearchState {
  readonly scannedBytes: number;
  readonly totalBytes: number;
  /** Lines found so far. */
  readonly hits: number;
  /** How many of them can be visited: the newest. */
  readonly reachable: number;
  readonly end: LogSearchEnd | undefined;
}

export type LogSearchEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };
