import { z } from 'zod';
import type { Outcome } from '../lib/outcome.ts';
import { EXTRA_NAMES, WORKER_SETTING_NAMES } from '../worker-settings/settings-table.ts';
import { answers, call } from './entries.ts';
import type { SettingsPage, SettingsSaved, SettingsSaveProblem } from './settings.ts';
import { path, workerId } from './shapes.ts';

/** Which values a setting takes is for main to report, in words. */
const value = z.union([path, z.number(), z.boolean(), z.null()]);

const settingsChanges = z.strictObject({
  workerId,
  settings: z.partialRecord(z.enum(WORKER_SETTING_NAMES), value),
  /** Null removes a setting. */
  extras: z.partialRecord(z.enum(EXTRA_NAMES), path.nullable()),
});
export type SettingsChanges = z.infer<typeof settingsChanges>;
export type ExtrasChanges = SettingsChanges['extras'];

/** `version` is that of the page in which the changes were made. */
const settingsSave = settingsChanges.extend({ version: z.string().max(200) });
export type SettingsSave = z.infer<typeof settingsSave>;

/** The settings of one worker, as `buildbot.tac` and `buildtray.json` hold them. */
export const settingsContract = {
  /** Errors: the sentence why the file cannot be read. */
  load: call(workerId, answers<Outcome<SettingsPage, string>>()),
  /** The `buildbot.tac` that saving would write, secrets left out; undefined when it would be refused. */
  preview: call(settingsChanges, answers<string | undefined>()),
  /** Writes all of the changes or none, and has the worker follow them. */
  save: call(settingsSave, answers<Outcome<SettingsSaved, SettingsSaveProblem>>()),
};
