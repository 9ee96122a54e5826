import type { SettingRow } from '../setting-row.ts';

/** How the worker's log is rotated. A file without a log block rotates nothing. */
export const LOG_SETTINGS = [
  {
    // None: the log is never rotated, and `logCount` means nothing. To Twisted 0 is the same.
    name: 'logSize',
    kind: 'number',
    group: 'log',
    isBasic: true,
    unit: 'bytes',
    min: 1,
    isWhole: true,
    base: 10,
    zero: null,
    byDefault: 10_000_000,
    none: null,
    effect: 'apply-live',
    tac: { variable: 'rotateLength', block: 'log', line: 1 },
    option: { name: 'log-size', short: 's', value: 'bytes' },
  },
  {
    // None: all are kept. 0 keeps none.
    name: 'logCount',
    kind: 'number',
    group: 'log',
    isBasic: true,
    unit: 'files',
    min: 0,
    isWhole: true,
    base: 10,
    byDefault: 10,
    none: null,
    effect: 'apply-live',
    tac: { variable: 'maxRotatedFiles', block: 'log', line: 2 },
    option: { name: 'log-count', short: 'l', value: 'number' },
  },
] as const satisfies readonly SettingRow[];
