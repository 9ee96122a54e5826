import type { SettingRow } from '../setting-row.ts';

/** How the worker keeps its connection, and who may end it. */
export const BEHAVIOUR_SETTINGS = [
  {
    // 0 sends none; to Python None is the same. Its timer takes parts of a second.
    name: 'keepalive',
    kind: 'number',
    group: 'behaviour',
    unit: 'seconds',
    min: 0,
    isWhole: false,
    base: 10,
    byDefault: 600,
    none: 0,
    effect: 'apply-live',
    tac: {
      variable: 'keepalive',
      block: 'behaviour',
      line: 1,
      argument: { position: 5, slavePosition: 5 },
    },
    option: { name: 'keepalive', short: 'k', value: 'seconds' },
  },
  {
    // Python takes any number, and since 3.0 makes no use of it; 0 would be tries without a pause.
    name: 'maxdelay',
    kind: 'number',
    group: 'behaviour',
    unit: 'seconds',
    min: 0,
    isAboveMin: true,
    isWhole: false,
    base: 10,
    byDefault: 300,
    none: 300,
    effect: 'apply-live',
    tac: {
      variable: 'maxdelay',
      block: 'behaviour',
      line: 3,
      argument: { position: 8, slavePosition: 9, since: '0.7.12' },
    },
    option: { name: 'maxdelay', value: 'seconds' },
  },
  {
    // To Python 0 is no limit either: it asks `if maxRetries and attempt >= maxRetries`.
    name: 'maxretries',
    kind: 'number',
    group: 'behaviour',
    unit: 'tries',
    min: 1,
    isWhole: true,
    base: 10,
    zero: null,
    byDefault: null,
    none: null,
    effect: 'apply-live',
    tac: {
      variable: 'maxretries',
      block: 'behaviour',
      line: 6,
      argument: { position: 14, keyword: 'maxRetries', since: '0.9.15' },
    },
    option: { name: 'maxretries', value: 'number' },
  },
  {
    name: 'allowShutdown',
    kind: 'choice',
    group: 'behaviour',
    choices: ['signal', 'file'],
    byDefault: null,
    none: null,
    effect: 'apply-live',
    tac: {
      variable: 'allow_shutdown',
      block: 'behaviour',
      line: 5,
      argument: { position: 13, slavePosition: 12, since: '0.8.3' },
    },
    option: { name: 'allow-shutdown', short: 'a', value: 'way' },
  },
] as const satisfies readonly SettingRow[];
