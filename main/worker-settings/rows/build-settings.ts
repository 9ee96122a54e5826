import type { SettingRow } from '../setting-row.ts';

/** Where and how builds run. */
export const BUILD_SETTINGS = [
  {
    // A dot is the folder that `buildbot.tac` is in. Files written by hand have paths relative to it.
    name: 'basedir',
    kind: 'text',
    group: 'builds',
    shape: 'path',
    typedPattern: /^(?:\.$|\/|[a-z]:[\\/]|\\\\)/i,
    byDefault: undefined,
    none: undefined,
    effect: 'restart-worker',
    tac: {
      variable: 'basedir',
      block: 'basedir',
      line: 1,
      argument: { position: 4, slavePosition: 4 },
    },
  },
  {
    // To Python 0 means the same as None: processors are counted.
    name: 'numcpus',
    kind: 'number',
    group: 'builds',
    unit: 'processors',
    min: 1,
    isWhole: true,
    base: 10,
    zero: null,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'numcpus',
      block: 'behaviour',
      line: 4,
      argument: { position: 9, slavePosition: 10, since: '0.9.0' },
    },
    option: { name: 'numcpus', value: 'number' },
  },
  {
    // 0 is a mask of its own: new files get every permission.
    name: 'umask',
    kind: 'number',
    group: 'builds',
    unit: undefined,
    min: 0,
    max: 0o777,
    isWhole: true,
    base: 8,
    byDefault: null,
    none: null,
    effect: 'restart-worker',
    tac: {
      variable: 'umask',
      block: 'behaviour',
      line: 2,
      argument: { position: 7, slavePosition: 8, since: '0.7.5' },
    },
    option: { name: 'umask', value: 'mask' },
  },
  {
    // Python reads blanks in an encoding's name as it does hyphens: utf 8 is utf-8.
    name: 'unicodeEncoding',
    kind: 'text',
    group: 'builds',
    shape: 'encoding',
    pattern: /^[\w.: -]+$/,
    byDefault: 'utf-8',
    none: 'utf-8',
    effect: 'reconnect',
    tac: {
      variable: 'unicode_encoding',
      block: 'behaviour',
      line: 11,
      isRare: true,
      argument: { position: 10, slavePosition: 11, since: '0.8.0' },
    },
    option: { name: 'unicode-encoding', value: 'name' },
  },
  {
    name: 'deleteLeftoverDirs',
    kind: 'switch',
    group: 'builds',
    byDefault: false,
    none: false,
    effect: 'reconnect',
    tac: {
      variable: 'delete_leftover_dirs',
      block: 'behaviour',
      line: 8,
      argument: { position: 17, since: '2.7' },
    },
    option: { name: 'delete-leftover-dirs' },
  },
  {
    // Where the master's file commands may read and write. buildbot-worker has no such setting; to it the variable is one that nothing uses.
    name: 'fileAccess',
    kind: 'choice',
    group: 'builds',
    choices: ['basedir', 'anywhere'],
    byDefault: 'basedir',
    none: 'basedir',
    effect: 'reconnect',
    tac: { variable: 'buildtray_file_access', block: 'own', line: 1, isRare: true },
  },
  {
    // Whether the lines of the file that set or delete variables of the environment by name are applied.
    name: 'tacEnvironment',
    kind: 'switch',
    group: 'builds',
    byDefault: false,
    none: false,
    effect: 'reconnect',
    tac: { variable: 'buildtray_tac_environment', block: 'own', line: 2, isRare: true },
  },
] as const satisfies readonly SettingRow[];
