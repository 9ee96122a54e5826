import { BEHAVIOUR_SETTINGS } from './rows/behaviour-settings.ts';
import { BUILD_SETTINGS } from './rows/build-settings.ts';
import { CONNECTION_SETTINGS } from './rows/connection-settings.ts';
import { LOG_SETTINGS } from './rows/log-settings.ts';
import { LOGIN_SETTINGS } from './rows/login-settings.ts';
import { MASTER_SETTINGS } from './rows/master-settings.ts';
import type { SecretRow, SettingRow, TacPlace, TextRow } from './setting-row.ts';

/**
 * Everything a worker can be set to, in the order of a settings page. What reads, writes, upgrades, shows
 * or asks for settings is derived from these rows; their words are in `texts`, by the settings' names.
 */
export const SETTINGS_TABLE = [
  ...MASTER_SETTINGS,
  ...LOGIN_SETTINGS,
  ...BEHAVIOUR_SETTINGS,
  ...BUILD_SETTINGS,
  ...LOG_SETTINGS,
  ...CONNECTION_SETTINGS,
] as const;

export type TableRow = (typeof SETTINGS_TABLE)[number];
export type TacRow = Extract<TableRow, { readonly tac: TacPlace }>;
export type ExtraRow = Extract<TableRow, { readonly json: string }>;

export type SettingName = TableRow['name'];
/** A setting in `buildbot.tac`. */
export type WorkerSettingName = TacRow['name'];
/** A setting in `buildtray.json`. */
export type ExtraName = ExtraRow['name'];

type NullOf<R> = R extends { readonly none: null } ? null : never;
type ValueOf<R extends TableRow> = R extends {
  readonly kind: 'choice';
  readonly choices: readonly (infer C)[];
}
  ? C | NullOf<R>
  : R extends { readonly kind: 'number' }
    ? number | NullOf<R>
    : R extends { readonly kind: 'switch' }
      ? boolean
      : string | NullOf<R>;

/** What `buildbot.tac` states about a worker, flat; null where nothing is set. */
export type WorkerSettings = { readonly [R in TacRow as R['name']]: ValueOf<R> };

/** A row with its setting's name, for code that goes through all of them. */
export type NamedRow = SettingRow & { readonly name: SettingName };
export type WorkerSetting = SettingRow & {
  readonly name: WorkerSettingName;
  readonly tac: TacPlace;
};
export type ExtraSetting = (TextRow | SecretRow) & {
  readonly name: ExtraName;
  readonly json: string;
};

const ROWS: readonly NamedRow[] = SETTINGS_TABLE;

/** Those in `buildbot.tac`. */
export const WORKER_SETTINGS: readonly WorkerSetting[] = ROWS.filter(
  (row): row is WorkerSetting => row.tac !== undefined,
);
export const WORKER_SETTING_NAMES: readonly WorkerSettingName[] = WORKER_SETTINGS.map(
  ({ name }) => name,
);
/** Those in `buildtray.json`. */
export const EXTRA_SETTINGS: readonly ExtraSetting[] = ROWS.filter(
  (row): row is ExtraSetting => 'json' in row,
);
export const EXTRA_NAMES: readonly ExtraName[] = EXTRA_SETTINGS.map(({ name }) => name);
export const SETTING_NAMES: readonly SettingName[] = ROWS.map(({ name }) => name);

export function isExtra(name: SettingName): name is ExtraName {
  return EXTRA_NAMES.some((extra) => extra === name);
}

/** The row of a setting. */
export function settingRow(name: SettingName): NamedRow {
  const row = ROWS.find((setting) => setting.name === name);
  if (row === undefined) throw new TypeError(`no worker has a setting ${name}`);
  return row;
}

/** The row of a setting in `buildbot.tac`. */
export function workerSetting(name: WorkerSettingName): WorkerSetting {
  const row = WORKER_SETTINGS.find((setting) => setting.name === name);
  if (row === undefined) throw new TypeError(`buildbot.tac has no setting ${name}`);
  return row;
}

/** What a setting is called in its file, and on the command line. */
export function wordOf(name: SettingName): string {
  const row = settingRow(name);
  return row.tac?.variable ?? ('json' in row ? row.json : undefined) ?? name;
}
