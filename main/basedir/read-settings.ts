import { join, resolve } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import type { SettingsView, SettingView } from '../contract/settings-view.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import type { SettingValue } from '../worker-settings/setting-row.ts';
import { valueFromLiteral } from '../worker-settings/setting-value.ts';
import {
  WORKER_SETTINGS,
  type WorkerSetting,
  type WorkerSettingName,
} from '../worker-settings/settings-table.ts';
import { maskedTacText } from './tac/masked-tac-text.ts';
import type { Evaluation } from './tac/python/binding.ts';
import { readTacFile } from './tac/tac-file.ts';
import { type TacProblem, type TacReading, tacSettingOf } from './tac/tac-reading.ts';
import { workerConfigFrom } from './tac/worker-config-from.ts';

/** What a settings page shows, in no language yet. */
export interface SettingsReading extends Omit<SettingsView, 'problems' | 'warnings'> {
  /** What keeps the worker from running with the file as it is. */
  readonly problems: readonly TacProblem[];
  readonly warnings: readonly Problem[];
}

/**
 * Each setting of a worker's directory, as its `buildbot.tac` has it.
 *
 * Errors: why the file cannot be read. A file that no worker can run with is shown.
 */
export async function readSettings(dir: string): Promise<Outcome<SettingsReading, Problem>> {
  const tacPath = join(resolve(dir), TAC_FILENAME);
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(file.problem.problem);
  const { text, reading } = file.value;
  const config = workerConfigFrom(reading);
  return succeeded({
    tacPath,
    settings: WORKER_SETTINGS.map((setting) => settingViewFrom(reading, setting)),
    tacText: maskedTacText(text, tacPath),
    problems: config.ok ? [] : [config.problem],
    warnings: config.ok ? config.value.warnings : reading.warnings,
  });
}

function settingViewFrom(reading: TacReading, setting: WorkerSetting): SettingView {
  const { name, kind } = setting;
  const tacSetting = tacSettingOf(name);
  const entry = reading.settings.get(tacSetting);
  if (entry?.kind === 'computed') {
    const { line, snippet: code } = entry;
    const place = { path: reading.tacPath, line };
    const why = problem('tac.keepsComputed', { place, setting: tacSetting, code });
    const comesTo = kind === 'secret' ? undefined : comesToOf(name, entry.evaluation);
    return { kind: 'computed', name, line, code, problem: why, ...(comesTo && { comesTo }) };
  }
  if (kind === 'secret') return { kind: 'secret', name, isSet: Boolean(entry?.value) };
  if (!entry) return { kind: 'default', name, value: valueWithout(reading, setting) };
  const read = valueFromLiteral(name, entry.value);
  const { line } = entry;
  if (read.ok) return { kind: 'set', name, value: read.value, line };
  return { kind: 'unusable', name, line, fault: read.problem };
}

function comesToOf(name: WorkerSettingName, evaluation: Evaluation | undefined) {
  if (!evaluation || 'lacks' in evaluation) return undefined;
  const read = valueFromLiteral(name, evaluation.value);
  const from = [...new Set(evaluation.origins.map((origin) => origin.name))];
  return read.ok ? { value: read.value, from } : undefined;
}

/** What a worker uses where the file does not have a setting. */
export function valueWithout({ hasLogBlock }: TacReading, setting: WorkerSetting): SettingValue {
  if (setting.name === 'basedir') return '.';
  if (setting.group === 'log' && !hasLogBlock) return null;
  return setting.byDefault ?? null;
}
