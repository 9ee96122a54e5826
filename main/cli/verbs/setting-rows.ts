import { EXTRA_NAMES, type ExtraName } from '../../contract/settings.ts';
import {
  type ChangeEffect,
  WORKER_SETTINGS,
  type WorkerSetting,
  type WorkerSettingName,
} from '../../worker-settings/settings-table.ts';

/** A setting as the command line names it. */
export type SettingRow =
  | { readonly kind: 'tac'; readonly word: string; readonly setting: WorkerSetting }
  | { readonly kind: 'extra'; readonly word: string; readonly name: ExtraName };

/** Where a setting of `buildtray.json` stands in it. */
const EXTRA_WORDS: Readonly<Record<ExtraName, string>> = {
  tlsPin: 'tls.pin',
  tlsAuthorities: 'tls.authorities',
  proxyUser: 'proxy.user',
  proxyPassword: 'proxy.password',
};

/** Every setting, in the order of the settings page; words are those of the files. */
export const SETTING_ROWS: readonly SettingRow[] = [
  ...WORKER_SETTINGS.map(
    (setting): SettingRow => ({ kind: 'tac', word: setting.tacName, setting }),
  ),
  ...EXTRA_NAMES.map((name): SettingRow => ({ kind: 'extra', word: EXTRA_WORDS[name], name })),
];

export function wordOf(name: WorkerSettingName | ExtraName): string {
  const row = SETTING_ROWS.find((one) =>
    one.kind === 'tac' ? one.setting.name === name : one.name === name,
  );
  return row?.word ?? name;
}

/** When a change counts. */
export function effectOf(row: SettingRow): Exclude<ChangeEffect, 'nothing'> {
  return row.kind === 'tac' ? row.setting.effect : 'reconnect';
}
