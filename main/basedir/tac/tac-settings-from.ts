import { settingsFrom } from '../../worker-settings/settings-from.ts';
import { WORKER_SETTING_NAMES } from '../../worker-settings/settings-table.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import type { TacLiteral } from './python/literal-from.ts';
import { type TacSetting, tacSettingOf } from './tac-reading.ts';

/** Settings to write, each with its value. */
export type TacValues = { readonly [setting in TacSetting]?: TacLiteral };

/** A worker's settings in the words of `buildbot.tac`; basedir as a full path. */
export function tacSettingsFrom(config: WorkerConfig): TacValues {
  const settings = settingsFrom(config);
  return Object.fromEntries(
    WORKER_SETTING_NAMES.map((name) => [tacSettingOf(name), settings[name]]),
  );
}
