import { settingsFrom } from './settings-from.ts';
import {
  CHANGE_EFFECTS,
  type ChangeEffect,
  WORKER_SETTINGS,
  type WorkerSettingName,
  workerSetting,
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
  const wanted = settingsFrom(after);
  return WORKER_SETTINGS.map(({ name }) => name).filter((name) => old[name] !== wanted[name]);
}

/** What the most demanding of the settings needs. */
export function effectOfChanging(names: readonly WorkerSettingName[]): ChangeEffect {
  return mostDemanding(names.map((name) => workerSetting(name).effect));
}

/** The one that needs most; `nothing` of none. */
export function mostDemanding(effects: readonly ChangeEffect[]): ChangeEffect {
  const rank = (effect: ChangeEffect): number => CHANGE_EFFECTS.indexOf(effect);
  return effects.reduce((most, effect) => (rank(effect) > rank(most) ? effect : most), 'nothing');
}
