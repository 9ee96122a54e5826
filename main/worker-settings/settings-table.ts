import { PROTOCOLS, type Protocol, WORKER_DEFAULTS } from './worker-config.ts';

/** A worker's settings, flat, as a settings page or a command line shows them; null is Python's None. */
export interface WorkerSettings {
  /** Absolute path, or `.`: the folder that `buildbot.tac` is in. */
  readonly basedir: string;
  /** Null exactly when `connectionString` is set; so is `port`. */
  readonly host: string | null;
  readonly port: number | null;
  readonly useTls: boolean;
  readonly connectionString: string | null;
  readonly proxyConnectionString: string | null;
  readonly protocol: Protocol;
  /** Path of the master's WebSocket. */
  readonly path: string | null;
  readonly workerName: string;
  readonly password: string;
  readonly keepalive: number;
  readonly maxdelay: number;
  readonly maxretries: number | null;
  readonly umask: number | null;
  readonly numcpus: number | null;
  readonly unicodeEncoding: string;
  readonly allowShutdown: 'signal' | 'file' | null;
  readonly deleteLeftoverDirs: boolean;
  readonly fileAccess: FileAccess;
  /** Null: the log is never rotated, and `logCount` means nothing. */
  readonly logSize: number | null;
  /** Null: all are kept. */
  readonly logCount: number | null;
}

export type WorkerSettingName = keyof WorkerSettings;
export type SettingValue = string | number | boolean | null;

/** Where the master's file commands may read and write. */
export const FILE_ACCESSES = ['basedir', 'anywhere'] as const;
export type FileAccess = (typeof FILE_ACCESSES)[number];

/**
 * What a change of a setting needs, from the least to the most.
 *
 * `apply-live`:     holds at once; a running build notices nothing.
 * `reconnect`:      the worker leaves the master and attaches anew, best while nothing is built.
 * `restart-worker`: the worker ends and is made anew, for what it took hold of at its start.
 */
export const CHANGE_EFFECTS = ['nothing', 'apply-live', 'reconnect', 'restart-worker'] as const;
export type ChangeEffect = (typeof CHANGE_EFFECTS)[number];

export const SETTING_GROUPS = ['master', 'login', 'behaviour', 'builds', 'log'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

interface SettingBase {
  readonly name: WorkerSettingName;
  /** The variable in `buildbot.tac`. */
  readonly tacName: string;
  readonly group: SettingGroup;
  /** Undefined where every worker needs a value of its own. */
  readonly byDefault: SettingValue | undefined;
  /** Whether None may be written, which means "not set". */
  readonly mayBeNone: boolean;
  readonly effect: Exclude<ChangeEffect, 'nothing'>;
}

export interface TextSetting extends SettingBase {
  readonly kind: 'text';
}

export interface SecretSetting extends SettingBase {
  readonly kind: 'secret';
}

export interface SwitchSetting extends SettingBase {
  readonly kind: 'switch';
}

export interface ChoiceSetting extends SettingBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}

export interface NumberSetting extends SettingBase {
  readonly kind: 'number';
  readonly unit: 'seconds' | 'bytes' | 'tries' | 'processors' | 'files' | undefined;
  readonly min: number;
  readonly max: number;
  /** Base in which people write it: 8 for the umask. */
  readonly base: 8 | 10;
}

export type WorkerSetting =
  | TextSetting
  | SecretSetting
  | SwitchSetting
  | ChoiceSetting
  | NumberSetting;

const needed = { byDefault: undefined, mayBeNone: false } as const;
const noneByDefault = { byDefault: null, mayBeNone: true } as const;
const off = { byDefault: false, mayBeNone: false } as const;
const decimal = { base: 10, max: Number.MAX_SAFE_INTEGER } as const;
const master = { group: 'master', effect: 'reconnect' } as const;
const login = { group: 'login', effect: 'reconnect' } as const;

/** Every setting, in the order of a settings page. */
export const WORKER_SETTINGS: readonly WorkerSetting[] = [
  { name: 'host', tacName: 'buildmaster_host', kind: 'text', ...noneByDefault, ...master },
  {
    name: 'port',
    tacName: 'port',
    kind: 'number',
    ...noneByDefault,
    ...master,
    unit: undefined,
    min: 1,
    max: 65_535,
    base: 10,
  },
  { name: 'useTls', tacName: 'use_tls', kind: 'switch', ...off, ...master },
  {
    name: 'connectionString',
    tacName: 'connection_string',
    kind: 'text',
    ...noneByDefault,
    ...master,
  },
  {
    name: 'proxyConnectionString',
    tacName: 'proxy_connection_string',
    kind: 'text',
    ...noneByDefault,
    ...master,
  },
  {
    name: 'protocol',
    tacName: 'protocol',
    kind: 'choice',
    choices: PROTOCOLS,
    ...master,
    byDefault: WORKER_DEFAULTS.protocol,
    mayBeNone: false,
  },
  { name: 'path', tacName: 'path', kind: 'text', ...noneByDefault, ...master },
  { name: 'workerName', tacName: 'workername', kind: 'text', ...needed, ...login },
  { name: 'password', tacName: 'passwd', kind: 'secret', ...needed, ...login },
  {
    name: 'keepalive',
    tacName: 'keepalive',
    kind: 'number',
    group: 'behaviour',
    byDefault: WORKER_DEFAULTS.keepalive,
    mayBeNone: false,
    effect: 'apply-live',
    ...decimal,
    unit: 'seconds',
    min: 0,
  },
  {
    name: 'maxdelay',
    tacName: 'maxdelay',
    kind: 'number',
    group: 'behaviour',
    byDefault: WORKER_DEFAULTS.maxdelay,
    mayBeNone: false,
    effect: 'apply-live',
    ...decimal,
    unit: 'seconds',
    min: 1,
  },
  {
    name: 'maxretries',
    tacName: 'maxretries',
    kind: 'number',
    group: 'behaviour',
    ...noneByDefault,
    effect: 'apply-live',
    ...decimal,
    unit: 'tries',
    min: 1,
  },
  {
    name: 'allowShutdown',
    tacName: 'allow_shutdown',
    kind: 'choice',
    group: 'behaviour',
    choices: ['signal', 'file'],
    ...noneByDefault,
    effect: 'apply-live',
  },
  {
    name: 'basedir',
    tacName: 'basedir',
    kind: 'text',
    group: 'builds',
    ...needed,
    effect: 'restart-worker',
  },
  {
    name: 'numcpus',
    tacName: 'numcpus',
    kind: 'number',
    group: 'builds',
    ...noneByDefault,
    effect: 'reconnect',
    ...decimal,
    unit: 'processors',
    min: 1,
  },
  {
    name: 'umask',
    tacName: 'umask',
    kind: 'number',
    group: 'builds',
    ...noneByDefault,
    effect: 'restart-worker',
    unit: undefined,
    min: 0,
    max: 0o777,
    base: 8,
  },
  {
    name: 'unicodeEncoding',
    tacName: 'unicode_encoding',
    kind: 'text',
    group: 'builds',
    byDefault: WORKER_DEFAULTS.unicodeEncoding,
    mayBeNone: false,
    effect: 'reconnect',
  },
  {
    name: 'deleteLeftoverDirs',
    tacName: 'delete_leftover_dirs',
    kind: 'switch',
    group: 'builds',
    ...off,
    effect: 'reconnect',
  },
  {
    // buildbot-worker knows no such setting; to it the variable is one that nobody uses.
    name: 'fileAccess',
    tacName: 'buildtray_file_access',
    kind: 'choice',
    group: 'builds',
    choices: FILE_ACCESSES,
    byDefault: 'basedir',
    mayBeNone: false,
    effect: 'reconnect',
  },
  {
    name: 'logSize',
    tacName: 'rotateLength',
    kind: 'number',
    group: 'log',
    byDefault: WORKER_DEFAULTS.logSize,
    mayBeNone: true,
    effect: 'apply-live',
    ...decimal,
    unit: 'bytes',
    min: 1,
  },
  {
    name: 'logCount',
    tacName: 'maxRotatedFiles',
    kind: 'number',
    group: 'log',
    byDefault: WORKER_DEFAULTS.logCount,
    mayBeNone: true,
    effect: 'apply-live',
    ...decimal,
    unit: 'files',
    min: 0,
  },
];

/** The row of a setting. */
export function workerSetting(name: WorkerSettingName): WorkerSetting {
  const row = WORKER_SETTINGS.find((setting) => setting.name === name);
  if (row === undefined) throw new TypeError(`no worker has a setting ${name}`);
  return row;
}

export const WORKER_SETTING_NAMES: readonly WorkerSettingName[] = WORKER_SETTINGS.map(
  ({ name }) => name,
);
