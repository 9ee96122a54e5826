import { type WorkerSettingName, workerSetting } from '../worker-settings/settings-table.ts';
import { TAC_SETTINGS, type TacSetting } from './tac/tac-reading.ts';

/** The variable of `buildbot.tac` that holds a setting. */
export function tacSettingOf(name: WorkerSettingName): TacSetting {
  const { tacName } = workerSetting(name);
  const setting = TAC_SETTINGS.find((known) => known === tacName);
  if (setting === undefined) throw new TypeError(`buildbot.tac has no variable ${tacName}`);
  return setting;
}
