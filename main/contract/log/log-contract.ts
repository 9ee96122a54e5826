import type { Outcome } from '../../lib/outcome.ts';
import { call, event } from '../entries.ts';
import type { WorkerId } from '../worker/workers-contract.ts';
import type { LogLevel } from './log-level.ts';
import type {
  LogExtent,
  LogFilter,
  LogQuery,
  LogRow,
  LogSearchState,
  LogSlice,
} from './log-rows.ts';

/** The log of one worker, of which only what is looked at crosses. A window has one open at a time. */
export const logContract = {
  /** Opens a worker's log in place of the one that was open; `changed` tells how it grows. */
  open: call<WorkerId, Outcome<LogOpening, string>>(),
  /** Lets the open log go. */
  close: call<void, void>(),
  changed: event<LogChange>(),
  slice: call<LogRange, LogSlice>(),
  /** The row of a line among those that a filter lets through, or of the next one that it does. */
  rowOf: call<LogPlace, number>(),
  /** Puts rows on the clipboard; answers how many there were. */
  copy: call<LogRange, number>(),
  /** Searches in place of any search before; `searched` tells how it goes. */
  search: call<LogQuery, void>(),
  cancelSearch: call<void, void>(),
  searched: event<LogSearchReport>(),
  /** The line of a hit: 0 for the newest. Undefined where there is none. */
  lineOfHit: call<number, number | undefined>(),
  /** Shows the log's file in the system's file manager. */
  openFolder: call<WorkerId, void>(),
  rotation: call<WorkerId, LogRotation>(),
  /** Written into `buildbot.tac`; holds at once. */
  changeRotation: call<LogRotationChange, Outcome<void, string>>(),
  /** Begins a new file now. */
  rotate: call<WorkerId, Outcome<void, string>>(),
};

/** How many rows may be copied or asked for at a time. */
export const MOST_ROWS = 10_000;

export interface LogOpening {
  /** The last lines, oldest first. */
  readonly tail: readonly LogRow[];
  readonly extent: LogExtent;
}

export interface LogChange {
  readonly workerId: WorkerId;
  readonly extent: LogExtent;
}

export interface LogRange {
  readonly filter: LogFilter;
  /** 0 for the oldest row that the filter lets through. */
  readonly firstRow: number;
  readonly count: number;
}

export interface LogPlace {
  readonly line: number;
  readonly filter: LogFilter;
}

export interface LogSearchReport {
  readonly query: LogQuery;
  readonly state: LogSearchState;
}

/** When a log is rotated, as `buildbot.tac` has it. */
export interface LogRotation {
  /** Bytes at which a new file is begun; null never does. */
  readonly logSize: number | null;
  /** Older files that are kept; null keeps all. */
  readonly logCount: number | null;
  /** Why it cannot be changed here; undefined when it can. */
  readonly whyFixed: string | undefined;
  /** Size of all files. */
  readonly totalBytes: number;
  readonly files: number;
}

export interface LogRotationChange {
  readonly workerId: WorkerId;
  readonly logSize: number | null;
  readonly logCount: number | null;
}

export interface LogLine {
  /** Ms since 1970; undefined for a line that carries no time. */
  readonly at: number | undefined;
  readonly level: LogLevel;
  readonly subject: string;
  readonly message: string;
}
