import type { SettingRow } from '../setting-row.ts';

/** Who the worker is to the master. */
export const LOGIN_SETTINGS = [
  {
    name: 'workerName',
    kind: 'text',
    group: 'login',
    isBasic: true,
    byDefault: undefined,
    none: undefined,
    effect: 'reconnect',
    tac: {
      variable: 'workername',
      block: 'login',
      line: 1,
      argument: { position: 2, slavePosition: 2, keyword: 'name' },
    },
  },
  {
    name: 'password',
    kind: 'secret',
    group: 'login',
    isBasic: true,
    byDefault: undefined,
    none: undefined,
    effect: 'reconnect',
    tac: {
      variable: 'passwd',
      block: 'login',
      line: 2,
      argument: { position: 3, slavePosition: 3 },
    },
  },
] as const satisfies readonly SettingRow[];
