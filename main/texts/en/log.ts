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
  nothingUrgent: 'Nothing in the log is this severe.',
  showAll: 'Show all lines',
  cannotRead: 'The log cannot be read',
  filter: 'What is shown',
  filters: FILTERS,
  /** For those who hear a line's level rather than see it. */
  levels: { error: 'error', warn: 'warning' },
  openFolder: 'Open folder',
  menu: 'Actions for the log',
  copyLine: 'Copy this line',
  copyVisible: 'Copy visible lines',
  copiedLines: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'line', other: 'lines' })} copied`,
  follow: 'Follow',
  following: 'Following',
  followHelp: 'New lines scroll into view until you scroll up.',
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
    older: 'Older match (Enter)',
    newer: 'Newer match (Shift+Enter)',
    cancel: 'Stop searching',
    clear: 'Clear the search',
    none: 'Not found',
    progress: (share: number, hits: number) =>
      `${format.number(share * 100)} %, ${format.number(hits)} found`,
    cancelled: (hits: number) => `Stopped, ${format.number(hits)} found`,
    /** `at` counts from 1, the newest. */
    place: (at: number, hits: number) => `${format.number(at)} of ${format.number(hits)}`,
    found: (hits: number) => `${format.number(hits)} found`,
    reachable: (count: number) => `Only the newest ${format.number(count)} can be shown.`,
  },
  rotation: {
    title: 'Rotation',
    /** One line about what holds now. */
    summary: (logSize: number | null, logCount: number | null) => {
      if (logSize === null) return 'One file that grows without limit';
      const kept =
        logCount === null
          ? 'all older files are kept'
          : `${format.number(logCount)} older ${format.plural(logCount, { one: 'file is', other: 'files are' })} kept`;
      return `A new file at ${format.bytes(logSize)}, ${kept}`;
    },
    change: 'Rotation…',
    isOn: 'Start a new file when the log gets large',
    isOnHelp: 'Otherwise the log is one file that grows without limit.',
    size: 'Size of a file',
    sizeHelp: 'At this size the file is set aside and a new one is started.',
    keepsAll: 'Keep all older files',
    count: 'Older files to keep',
    countHelp: 'Any older ones are deleted at once.',
    onDisk: (bytes: number, files: number) =>
      `${format.bytes(bytes)} in ${format.number(files)} ${format.plural(files, { one: 'file', other: 'files' })} on disk`,
    rotateNow: 'Rotate now',
    rotated: 'A new file was started.',
    saved: 'Saved in buildbot.tac and applied.',
    wantsCount: 'Enter a whole number, 0 or more.',
  },
};
