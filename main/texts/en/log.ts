import type { LogExtent, LogFilter } from '../../contract/log/log-rows.ts';
import { format } from './format.ts';

const FILTERS: Readonly<Record<LogFilter, string>> = {
  info: 'All',
  warn: 'Warnings',
  error: 'Errors',
};

/** The page of the worker's log. */
export const log = {
  title: 'Log',
  label: 'Log of the worker',
  empty: 'The log is empty.',
  nothingUrgent: 'Nothing in the log is that urgent.',
  cannotRead: 'The log cannot be read',
  notRunning: 'The worker does not run: its directory cannot be used.',
  filter: 'What is shown',
  filters: FILTERS,
  /** For those who hear a line's level rather than see it. */
  levels: { error: 'error', warn: 'warning' },
  openFolder: 'Open folder',
  copyVisible: 'Copy the lines in view',
  copiedLines: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'line', other: 'lines' })} copied`,
  follow: 'Follow',
  following: 'Following',
  followHelp: 'New lines scroll into view. Scrolling up stops that.',
  newLines: (count: number) =>
    `${format.number(count)} new ${format.plural(count, { one: 'line', other: 'lines' })}`,
  size: ({ rows, totalBytes, files }: LogExtent) =>
    `${format.number(rows.info)} ${format.plural(rows.info, { one: 'line', other: 'lines' })}, ${format.bytes(totalBytes)} in ${format.number(files)} ${format.plural(files, { one: 'file', other: 'files' })}`,
  counting: (share: number) => `Counting the lines: ${format.number(share * 100)} %`,
  cut: (bytes: number) => `… and ${format.bytes(bytes)} more`,
  search: {
    label: 'Search the whole log',
    matchCase: 'Match case',
    pattern: 'Regular expression',
    older: 'Older hit (Enter)',
    newer: 'Newer hit (Shift+Enter)',
    cancel: 'Stop searching',
    clear: 'End the search',
    none: 'Not found',
    progress: (share: number, hits: number) =>
      `${format.number(share * 100)} %, ${format.number(hits)} found`,
    cancelled: (hits: number) => `Stopped, ${format.number(hits)} found`,
    /** `at` counts from 1, the newest. */
    place: (at: number, hits: number) => `${format.number(at)} of ${format.number(hits)}`,
    found: (hits: number) => `${format.number(hits)} found`,
    reachable: (count: number) => `The newest ${format.number(count)} can be visited.`,
  },
  rotation: {
    title: 'Rotation',
    /** One line about what holds now. */
    summary: (logSize: number | null, logCount: number | null) => {
      if (logSize === null) return 'One file that grows without end';
      const kept =
        logCount === null
          ? 'all older files are kept'
          : `${format.number(logCount)} older ${format.plural(logCount, { one: 'file is', other: 'files are' })} kept`;
      return `A new file at ${format.bytes(logSize)}, ${kept}`;
    },
    change: 'Rotation…',
    isOn: 'Begin a new file when the log is large',
    isOnHelp: 'Without it the log is one file that grows without end.',
    size: 'Size of a file',
    sizeHelp: 'A file that is larger is put aside, and a new one begun.',
    keepsAll: 'Keep all older files',
    count: 'Older files to keep',
    countHelp: 'The oldest ones beyond them are removed at once.',
    onDisk: (bytes: number, files: number) =>
      `${format.bytes(bytes)} in ${format.number(files)} ${format.plural(files, { one: 'file', other: 'files' })} on the disk`,
    rotateNow: 'Rotate now',
    rotated: 'A new file was begun.',
    saved: 'Saved in buildbot.tac. It holds from now on.',
    wantsSize: 'At least 1 kB.',
    wantsCount: 'A whole number, 0 or more.',
  },
};
