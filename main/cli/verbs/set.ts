import { changeSettings, settingsDiff } from '../../basedir/change-settings.ts';
import { withFullPaths } from '../../basedir/with-full-paths.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ExtrasChanges } from '../../contract/settings-contract.ts';
import { changedExtras, type ExtrasRefusal } from '../../launch/changed-extras.ts';
import { lateProblems } from '../../launch/late-problems.ts';
import type { Words } from '../../texts/words.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import type { SettingValue } from '../../worker-settings/setting-row.ts';
import {
  type ExtraName,
  isExtra,
  SETTING_NAMES,
  type SettingName,
  settingRow,
  type WorkerSettingName,
  type WorkerSettings,
  wordOf,
} from '../../worker-settings/settings-table.ts';
import { assignmentsFrom, withInput } from '../program/assignments.ts';
import { DIRECTORY, DRY_RUN, QUIET, RECONNECT } from '../program/rows.ts';
import { settingRefusal, typedSetting } from '../program/typed-setting.ts';
import { type RunError, runErrorOf, UsageError } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { basedirOf, findWorker } from '../running-worker/find-worker.ts';
import { followDirectory } from '../running-worker/follow-directory.ts';

interface Changes {
  readonly settings: Partial<WorkerSettings>;
  readonly extras: ExtrasChanges;
}

/** Changes settings of a worker, all or none, and has the running worker apply them. */
export const set = verb({
  name: 'set',
  args: [DIRECTORY, { name: 'name=value', isMany: true }],
  isOpenEnded: true,
  options: [DRY_RUN, RECONNECT, QUIET],
  perform: async (args, { dryRun, reconnect = false, quiet }, terminal) => {
    const { dir, values } = assignmentsFrom(args);
    if (values.length === 0) throw new UsageError(({ cli }) => cli.verbs.set.nothingNamed);
    const typed = await withInput(values, isSecret, () => terminal.input());
    const changes = changesFrom(typed);
    const lines = dryRun
      ? await plannedLines(dir, changes, terminal.words)
      : await madeLines(dir, changes, reconnect, terminal.words);
    if (!quiet) for (const line of lines) terminal.print(line);
    return 0;
  },
});

async function plannedLines(
  dir: string,
  changes: Changes,
  { cli }: Words,
): Promise<readonly string[]> {
  await plannedExtras(dir, changes);
  const planned = await settingsDiff(dir, changes.settings);
  if (!planned.ok) throw refusal(planned.problem);
  const { diff, changed } = planned.value;
  const names = namesOf(changed, changes);
  const texts = cli.verbs.set;
  // Of a password alone nothing may be seen.
  const shown = diff.includes('@@') ? diff.trimEnd().split('\n') : [];
  const summary =
    names.length === 0 ? texts.nothingWouldChange : texts.wouldChange(names.map(wordOf));
  return [...shown, summary, texts.nothingWritten];
}

async function madeLines(
  dir: string,
  changes: Changes,
  reconnect: boolean,
  words: Words,
): Promise<readonly string[]> {
  const { basedir, extras } = await plannedExtras(dir, changes);
  const made = await changeSettings(dir, changes.settings, extras && { basedir, extras });
  if (!made.ok) throw refusal(made.problem);
  const names = namesOf(made.value.changed, changes);
  const texts = words.cli.verbs.reload;
  if (names.length === 0) return [texts.nothingChanged];
  return [texts.changed(names.map(wordOf)), await effectText(dir, reconnect, words)];
}

/** What `buildtray.json` is to hold, known before anything is written; undefined: as before. */
async function plannedExtras(
  dir: string,
  changes: Changes,
): Promise<{ readonly basedir: string; readonly extras: ConnectionExtras | undefined }> {
  const basedir = await basedirOf(dir);
  const extras = await changedExtras(basedir, withFullPaths(changes.extras));
  if (!extras.ok) throw extrasRefusal(extras.problem);
  return { basedir, extras: extras.value };
}

function namesOf(
  changed: readonly WorkerSettingName[],
  { extras }: Changes,
): readonly SettingName[] {
  return [...changed, ...(Object.keys(extras) as ExtraName[])];
}

/** What becomes of a worker that runs there. */
async function effectText(dir: string, reconnect: boolean, words: Words): Promise<string> {
  const texts = words.cli.verbs.set;
  const found = await findWorker(dir);
  if (found.kind === 'none') return texts.noWorkerRuns;
  if (found.kind === 'buildbot-worker') return texts.atNextStart(found.pid);
  const { effect } = await followDirectory(found, reconnect, words);
  return effect;
}

function changesFrom(values: readonly (readonly [string, string])[]): Changes {
  const settings: Partial<Record<WorkerSettingName, SettingValue>> = {};
  const extras: Partial<Record<ExtraName, string>> = {};
  for (const [word, typed] of values) {
    const name = nameOf(word);
    // Those of `buildtray.json` are read together.
    if (isExtra(name)) extras[name] = typed;
    else settings[name] = typedSetting(name, typed);
  }
  const read = settings as Partial<WorkerSettings>;
  const [late] = lateProblems(read);
  if (late) throw refusal(late);
  return { settings: read, extras };
}

function nameOf(word: string): SettingName {
  const name = SETTING_NAMES.find((one) => wordOf(one) === word);
  if (name !== undefined) return name;
  throw new UsageError(({ cli }) => cli.verbs.set.unknownSetting(word));
}

function isSecret(word: string): boolean {
  return settingRow(nameOf(word)).kind === 'secret';
}

function extrasRefusal(found: ExtrasRefusal): UsageError | RunError {
  return found.kind === 'unreadable'
    ? runErrorOf(found.problem)
    : settingRefusal(found.name, found.fault);
}

interface Refusal {
  readonly name: SettingName | undefined;
  readonly problem: Problem;
}

function refusal({ name, problem }: Refusal): UsageError | RunError {
  if (name === undefined) return runErrorOf(problem);
  const word = wordOf(name);
  return new UsageError(({ app, cli }) => {
    const sentence = app.say(problem);
    return sentence.includes(word) ? sentence : cli.verbs.set.ofSetting(word, sentence);
  });
}
