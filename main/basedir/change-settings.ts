import { join, resolve } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import type { SettingsChange } from '../contract/settings-view.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { PLAN_FILENAME, TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import {
  ReplaceError,
  type Replacement,
  replaceTogether,
} from '../system/writing/replace-together.ts';
import { effectOfChanging } from '../worker-settings/change-effect.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { SettingValue } from '../worker-settings/setting-row.ts';
import { settingValue, valueFromLiteral } from '../worker-settings/setting-value.ts';
import {
  WORKER_SETTING_NAMES,
  type WorkerSettingName,
  type WorkerSettings,
  wordOf,
  workerSetting,
} from '../worker-settings/settings-table.ts';
import { WORKER_DEFAULTS } from '../worker-settings/worker-defaults.ts';
import { extrasReplacement } from './extras-file.ts';
import { valueWithout } from './read-settings.ts';
import { type EditOptions, editTac } from './tac/edit-tac.ts';
import { expectedBy } from './tac/expected-by.ts';
import { maskedTacText } from './tac/masked-tac-text.ts';
import { readTac } from './tac/read-tac.ts';
import { tacDiff } from './tac/tac-diff.ts';
import { readTacFile, tacReplacement } from './tac/tac-file.ts';
import {
  type TacProblem,
  type TacReading,
  type TacSetting,
  tacSettingOf,
} from './tac/tac-reading.ts';
import type { TacValues } from './tac/tac-settings-from.ts';
import { workerConfigFrom } from './tac/worker-config-from.ts';

export type SettingsChanges = Partial<WorkerSettings>;

/** Why nothing was changed. `name` is undefined where no single setting is to blame. */
export interface ChangeProblem {
  readonly name: WorkerSettingName | undefined;
  readonly problem: Problem;
}

/** What `buildtray.json` of a base directory is to hold. */
export interface NewExtras {
  readonly basedir: string;
  readonly extras: ConnectionExtras;
}

/**
 * Changes settings in a directory's `buildbot.tac` and leaves every other character of it alone; with
 * them `buildtray.json` where that is to change too. All of the changes are made or none, in both files.
 * What is the case already is no change.
 *
 * Errors: the first problem: a value that cannot be, a setting that code computes, or a file that
 *         cannot be written.
 */
export async function changeSettings(
  dir: string,
  changes: SettingsChanges,
  newExtras?: NewExtras,
  options?: EditOptions,
): Promise<Outcome<SettingsChange, ChangeProblem>> {
  const tacPath = join(resolve(dir), TAC_FILENAME);
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(problemFrom(file.problem));
  const { text, reading, encoding } = file.value;
  const edited = editedText(text, reading, changes, options);
  if (!edited.ok) return edited;
  const { changed } = edited.value;
  const tac = changed.length > 0 && tacReplacement(tacPath, edited.value.text, encoding);
  if (tac && !tac.ok) return failed({ name: undefined, problem: tac.problem });
  const extras = await extrasFile(newExtras);
  if (!extras.ok) return failed({ name: undefined, problem: extras.problem });
  const files = [...(tac ? [tac.value] : []), ...(extras.value ? [extras.value] : [])];
  const written = await replaceAll(join(resolve(dir), PLAN_FILENAME), files);
  if (!written.ok) return failed({ name: undefined, problem: written.problem });
  return succeeded({ changed, effect: effectOfChanging(changed) });
}

async function extrasFile(
  changed: NewExtras | undefined,
): Promise<Outcome<Replacement | undefined, Problem>> {
  return changed === undefined
    ? succeeded(undefined)
    : extrasReplacement(changed.basedir, changed.extras);
}

async function replaceAll(
  planPath: string,
  files: readonly Replacement[],
): Promise<Outcome<void, Problem>> {
  try {
    await replaceTogether(planPath, files);
    return succeeded(undefined);
  } catch (error) {
    if (!(error instanceof ReplaceError)) throw error;
    const { path, cause } = error;
    return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(cause) }));
  }
}

/** The text that changing settings would write, secrets left out. Errors: as `changeSettings`. */
export async function previewSettings(
  dir: string,
  changes: SettingsChanges,
  options?: EditOptions,
): Promise<Outcome<string, ChangeProblem>> {
  const tacPath = join(resolve(dir), TAC_FILENAME);
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(problemFrom(file.problem));
  const edited = editedText(file.value.text, file.value.reading, changes, options);
  return edited.ok ? succeeded(maskedTacText(edited.value.text, tacPath)) : edited;
}

/** What `changeSettings` would do, and write nothing. Errors: as `changeSettings`. */
export async function settingsDiff(
  dir: string,
  changes: SettingsChanges,
): Promise<Outcome<SettingsChange & { readonly diff: string }, ChangeProblem>> {
  const tacPath = join(resolve(dir), TAC_FILENAME);
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(problemFrom(file.problem));
  const { text, reading } = file.value;
  const edited = editedText(text, reading, changes);
  if (!edited.ok) return edited;
  const { changed } = edited.value;
  const diff = tacDiff(tacPath, text, edited.value.text, `${tacPath} (changed)`);
  return succeeded({ diff, changed, effect: effectOfChanging(changed) });
}

interface EditedText {
  readonly text: string;
  readonly changed: readonly WorkerSettingName[];
}

/** The text that `changeSettings` writes. */
function editedText(
  text: string,
  reading: TacReading,
  changes: SettingsChanges,
  options?: EditOptions,
): Outcome<EditedText, ChangeProblem> {
  const asked = withConsequences(reading, changes);
  const usable = usableChanges(asked);
  if (!usable.ok) return usable;
  const real = realChanges(reading, usable.value);
  const values: TacValues = Object.fromEntries(
    real.map(([name, value]) => [tacSettingOf(name), value]),
  );
  const edited = editTac(text, reading.tacPath, values, {
    ...options,
    surroundings: reading.surroundings,
  });
  if (!edited.ok) return failed(problemFrom(edited.problem));
  const broken = newProblem(
    reading,
    readTac(edited.value, reading.tacPath, reading.surroundings),
    values,
  );
  if (broken) return failed(problemFrom(broken));
  return succeeded({ text: edited.value, changed: real.map(([name]) => name) });
}

/** What one change asks of others: a master is named in one way, a rotated log has a count. */
function withConsequences(reading: TacReading, changes: SettingsChanges): SettingsChanges {
  if (typeof changes.connectionString === 'string') {
    return { host: null, port: null, useTls: false, ...changes };
  }
  if (typeof changes.host === 'string') return { connectionString: null, ...changes };
  if (typeof changes.logSize === 'number' && !reading.hasLogBlock) {
    return { logCount: WORKER_DEFAULTS.logCount ?? null, ...changes };
  }
  return changes;
}

type Change = readonly [name: WorkerSettingName, value: SettingValue];

/** What the changes mean, in the order of the table. Errors: the first value that cannot be. */
function usableChanges(changes: SettingsChanges): Outcome<readonly Change[], ChangeProblem> {
  const usable: Change[] = [];
  for (const name of WORKER_SETTING_NAMES) {
    const value = changes[name];
    if (value === undefined) continue;
    const read = settingValue(name, value);
    if (!read.ok) {
      const expected = expectedBy(read.problem);
      return failed({
        name,
        problem: problem('settings.refused', { setting: wordOf(name), expected }),
      });
    }
    usable.push([name, read.value]);
  }
  return succeeded(usable);
}

/** Without those that change nothing. */
function realChanges(reading: TacReading, changes: readonly Change[]): readonly Change[] {
  return changes.filter(([name, value]) => {
    const entry = reading.settings.get(tacSettingOf(name));
    if (entry === undefined) return valueWithout(reading, workerSetting(name)) !== value;
    if (entry.kind !== 'literal') return true;
    const read = valueFromLiteral(name, entry.value);
    return !read.ok || read.value !== value;
  });
}

/** What keeps a worker from running after an edit, and did not before. */
function newProblem(
  before: TacReading,
  after: TacReading,
  values: TacValues,
): TacProblem | undefined {
  const ran = workerConfigFrom(before, { mayBeOff: true });
  const runs = workerConfigFrom(after, { mayBeOff: true });
  if (runs.ok) return undefined;
  const { setting, problem } = runs.problem;
  if (!ran.ok && ran.problem.setting === setting) return undefined;
  // A file may have several, of which only the first is known: it is fixed one by one.
  const isOfItsOwn = setting !== undefined && values[setting] === undefined;
  return !ran.ok && isOfItsOwn && problem.key !== 'tac.namesTwoWays' ? undefined : runs.problem;
}

function problemFrom({ setting, problem }: TacProblem): ChangeProblem {
  return { name: setting === undefined ? undefined : nameOf(setting), problem };
}

function nameOf(setting: TacSetting): WorkerSettingName | undefined {
  return WORKER_SETTING_NAMES.find((name) => tacSettingOf(name) === setting);
}
