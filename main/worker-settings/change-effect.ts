import { CHANGE_EFFECTS, type ChangeEffect } from './setting-row.ts';
import { settingsFrom } from './settings-from.ts';
import {
  SETTING_NAMES,
  type SettingName,
  settingRow,
  WORKER_SETTING_NAMES,
  type WorkerSettingName,
  wordOf,
} from './settings-table.ts';
import type { WorkerConfig } from './worker-config.ts';

/** What it takes until a running worker follows its changed configuration. */
export function changeEffectFrom(before: WorkerConfig, after: WorkerConfig): ChangeEffect {
  return effectOfChanging(changedSettings(before, after));
}

/** The settings that differ, in the order of the table. */
export function changedSettings(
  before: WorkerConfig,
  after: WorkerConfig,
): readonly WorkerSettingName[] {
  const old = settingsFrom(before);
  const changed = settingsFrom(after);
  return WORKER_SETTING_NAMES.filter((name) => old[name] !== changed[name]);
}

/** What the most demanding of the settings needs. */
export function effectOfChanging(names: readonly SettingName[]): ChangeEffect {
  return mostDemanding(names.map((name) => settingRow(name).effect));
}

/** What the settings that need this are called in their files. */
export function wordsOfEffect(effect: ChangeEffect): readonly string[] {
  return SETTING_NAMES.filter((name) => settingRow(name).effect === effect).map(wordOf);
}

/** The one that needs most; `nothing` of none. */
export function mostDemanding(effects: readonly ChangeEffect[]): ChangeEffect {
  const rank = (effect: ChangeEffect): number => CHANGE_EFFECTS.indexOf(effect);
  return effects.reduce((most, effect) => (rank(effect) > rank(most) ? effect : most), 'nothing');
}
