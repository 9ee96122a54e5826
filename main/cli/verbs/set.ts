import { changeSettings, settingsDiff } from '../../basedir/change-settings.ts';
import { writeExtras } from '../../basedir/extras-file.ts';
import type { ExtraName, ExtrasChanges } from '../../contract/settings.ts';
import { changedExtras } from '../../launch/changed-extras.ts';
import { lateProblems } from '../../launch/late-problems.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import { settingFromText } from '../../worker-settings/setting-text.ts';
import type {
  SettingValue,
  WorkerSettingName,
  WorkerSettings,
} from '../../worker-settings/settings-table.ts';
import { assignmentsFrom, withInput } from '../program/assignments.ts';
import { RunError, UsageError } from '../program/usage-error.ts';
import { basedirOf, findWorker } from '../running-worker/find-worker.ts';
import { followDirectory } from '../running-worker/follow-directory.ts';
import { SETTING_ROWS, type SettingRow, wordOf } from './setting-rows.ts';

export interface SetOptions {
  /** Print what would change in `buildbot.tac`, and write nothing. */
  readonly dryRun?: boolean;
  /** Connect anew between builds, where the changes need that. */
  readonly reconnect?: boolean;
  readonly quiet?: boolean;
}

interface Wanted {
  readonly settings: Partial<WorkerSettings>;
  readonly extras: ExtrasChanges;
}

/**
 * Changes settings of a worker, all or none, and has the running worker follow.
 *
 * Shape:  the exit status.
 * Errors: UsageError for what cannot be; RunError when a file cannot be read or written, or the running
 *         worker cannot follow.
 */
export async function set(words: readonly string[], options: SetOptions): Promise<number> {
  const { dir, values } = assignmentsFrom(words);
  if (values.length === 0) {
    throw new UsageError(
      'Say what to change, such as keepalive=300; buildtray settings lists all.',
    );
  }
  const wanted = wantedFrom(await withInput(values, (word) => isSecret(rowOf(word))));
  const lines = options.dryRun
    ? await toldChanges(dir, wanted)
    : await madeChanges(dir, wanted, options.reconnect ?? false);
  if (!options.quiet) for (const line of lines) console.log(line);
  return 0;
}

async function toldChanges(dir: string, wanted: Wanted): Promise<readonly string[]> {
  await plannedExtras(dir, wanted);
  const planned = await settingsDiff(dir, wanted.settings);
  if (!planned.ok) throw refusal(planned.problem);
  const { diff, changed } = planned.value;
  const names = namesOf(changed, wanted);
  // Of a password alone nothing may be seen.
  const shown = diff.includes('@@') ? [diff.trimEnd()] : [];
  const summary =
    names.length === 0 ? 'Nothing would change.' : `would be changed: ${wordsOf(names)}`;
  return [...shown, summary, 'Nothing was written.'];
}

async function madeChanges(
  dir: string,
  wanted: Wanted,
  reconnect: boolean,
): Promise<readonly string[]> {
  const { basedir, extras } = await plannedExtras(dir, wanted);
  const made = await changeSettings(dir, wanted.settings);
  if (!made.ok) throw refusal(made.problem);
  if (extras) {
    const written = await writeExtras(basedir, extras);
    if (!written.ok) throw new RunError(written.problem.sentence);
  }
  const names = namesOf(made.value.changed, wanted);
  if (names.length === 0) return ['nothing has changed'];
  return [`changed: ${wordsOf(names)}`, await thenText(dir, reconnect)];
}

/** What is to stand in `buildtray.json`, told before anything is written; undefined: as before. */
async function plannedExtras(
  dir: string,
  wanted: Wanted,
): Promise<{ readonly basedir: string; readonly extras: ConnectionExtras | undefined }> {
  const basedir = await basedirOf(dir);
  const extras = await changedExtras(basedir, wanted.extras);
  if (!extras.ok) throw refusal(extras.problem);
  return { basedir, extras: extras.value };
}

type Name = WorkerSettingName | ExtraName;

function namesOf(changed: readonly WorkerSettingName[], { extras }: Wanted): readonly Name[] {
  return [...changed, ...(Object.keys(extras) as ExtraName[])];
}

/** What becomes of a worker that runs there. */
async function thenText(dir: string, reconnect: boolean): Promise<string> {
  const found = await findWorker(dir);
  if (found.kind === 'none') return 'no worker runs there; the next one begins with this';
  if (found.kind === 'buildbot-worker') {
    return `buildbot-worker (process ${found.pid}) follows when it starts anew`;
  }
  const [, then] = await followDirectory(found, reconnect);
  return then;
}

function wantedFrom(values: readonly (readonly [string, string])[]): Wanted {
  const settings: Partial<Record<WorkerSettingName, SettingValue>> = {};
  const extras: Partial<Record<ExtraName, string | null>> = {};
  for (const [word, typed] of values) {
    const row = rowOf(word);
    if (row.kind === 'extra') extras[row.name] = isNone(typed) ? null : typed;
    else settings[row.setting.name] = valueFrom(row.setting.name, typed);
  }
  const read = settings as Partial<WorkerSettings>;
  const [late] = lateProblems(read);
  if (late) throw refusal(late);
  return { settings: read, extras };
}

function valueFrom(name: WorkerSettingName, typed: string): SettingValue {
  const read = settingFromText(name, typed);
  if (read.ok) return read.value;
  throw new UsageError(read.problem);
}

function rowOf(word: string): SettingRow {
  const row = SETTING_ROWS.find((one) => one.word === word);
  if (row) return row;
  throw new UsageError(`No worker has a setting '${word}'; buildtray settings lists them.`);
}

function isSecret(row: SettingRow): boolean {
  return row.kind === 'tac' ? row.setting.kind === 'secret' : row.name === 'proxyPassword';
}

function isNone(typed: string): boolean {
  return typed === '' || typed === 'None';
}

function refusal({
  name,
  sentence,
}: {
  readonly name: Name | undefined;
  readonly sentence: string;
}): UsageError | RunError {
  if (name === undefined) return new RunError(sentence);
  const word = wordOf(name);
  return new UsageError(sentence.includes(word) ? sentence : `${word}: ${sentence}`);
}

function wordsOf(names: readonly Name[]): string {
  return names.map(wordOf).join(', ');
}
