import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import { announcement, answers, call } from '../entries.ts';
import { line, nothing, type WorkerId, workerId } from '../shapes.ts';
import type { LogLevel } from './log-level.ts';
import {
  LOG_FILTERS,
  type LogExtent,
  type LogRow,
  type LogSearchState,
  type LogSlice,
} from './log-rows.ts';

/** How many rows may be copied or asked for at a time. */
const MOST_ROWS = 10_000;

const filter = z.enum(LOG_FILTERS);
const place = z.number().int().nonnegative();

const logRange = z.strictObject({
  filter,
  /** 0 for the oldest row that the filter lets through. */
  firstRow: place,
  count: place.max(MOST_ROWS),
});

const logQuery = z.strictObject({
  text: line.min(1),
  /** Whether `text` is a regular expression. */
  isPattern: z.boolean(),
  matchesCase: z.boolean(),
  filter,
});
export type LogQuery = Readonly<z.infer<typeof logQuery>>;

const logRotationChange = z.strictObject({
  workerId,
  /** Bytes at which a new file is begun; null never does. */
  logSize: place.nullable(),
  /** Older files that are kept; null keeps all. */
  logCount: place.nullable(),
});
export type LogRotationChange = z.infer<typeof logRotationChange>;

/** The log of one worker, of which only what is looked at crosses. A window has one open at a time. */
export const logContract = {
  /** Opens a worker's log in place of the one that was open; `changed` announces how it grows. */
  open: call(workerId, answers<Outcome<LogOpening, string>>()),
  /** Closes the open log. */
  close: call(nothing, answers<void>()),
  changed: announcement<LogChange>(),
  slice: call(logRange, answers<LogSlice>()),
  /** The row of a line among those that a filter lets through, or of the next one that it does. */
  rowOf: call(z.strictObject({ line: place, filter }), answers<number>()),
  /** Puts rows on the clipboard; answers how many there were. */
  copy: call(logRange, answers<number>()),
  /** Searches in place of any search before; `searched` announces how far it is. */
  search: call(logQuery, answers<void>()),
  cancelSearch: call(nothing, answers<void>()),
  searched: announcement<LogSearchReport>(),
  /** The line of a hit: 0 for the newest. Undefined where there is none. */
  lineOfHit: call(place, answers<number | undefined>()),
  /** Shows the log's file in the system's file manager. */
  openFolder: call(workerId, answers<void>()),
  rotation: call(workerId, answers<LogRotation>()),
  /** Written into `buildbot.tac`; applies at once. */
  changeRotation: call(logRotationChange, answers<Outcome<void, string>>()),
  /** Begins a new file now. */
  rotate: call(workerId, answers<Outcome<void, string>>()),
};

export interface LogOpening {
  /** The last lines, oldest first. */
  readonly tail: readonly LogRow[];
  readonly extent: LogExtent;
}

export interface LogChange {
  readonly workerId: WorkerId;
  readonly extent: LogExtent;
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

export interface LogLine {
  /** Ms since 1970; undefined for a line that carries no time. */
  readonly at: number | undefined;
  readonly level: LogLevel;
  readonly subject: string;
  readonly message: string;
}
