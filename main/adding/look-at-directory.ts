import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkDirectory, type WorkerDirectory } from '../basedir/check-directory.ts';
import { readTac } from '../basedir/tac/read-tac.ts';
import { type TacProblem, type TacReading, tacSettingOf } from '../basedir/tac/tac-reading.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import { upgradeTac } from '../basedir/upgrade/upgrade-tac.ts';
import type { DraftSettings, FoundDirectory } from '../contract/adding/worker-draft.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { PasswordPlace } from '../contract/worker/worker-view.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { othersMayRead } from '../system/others-may-read.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import { settingText } from '../worker-settings/setting-text.ts';
import { valueFromLiteral } from '../worker-settings/setting-value.ts';
import { WORKER_SETTINGS } from '../worker-settings/settings-table.ts';
import { withHome } from './draft-settings.ts';

/**
 * What is in a directory that was dropped or chosen; of a file, in the directory that it lies in.
 *
 * Errors: a sentence why nothing can be done with it.
 */
export async function lookAtDirectory(
  path: string,
  keyring: Keyring,
  texts: Pick<Texts, 'say'>,
): Promise<Outcome<FoundDirectory, string>> {
  const dir = await directoryOf(withHome(path.trim()));
  if (!dir.ok) return inWords(dir, texts);
  if (!(await isThere(join(dir.value, TAC_FILENAME)))) {
    return succeeded({ kind: 'empty', path: dir.value });
  }
  const checked = await checkDirectory(dir.value);
  if (!checked.ok) return inWords(checked, texts);
  const { text, tacPath, reading } = checked.value;
  const config = workerConfigFrom(reading);
  const upgrade = upgradeTac(text, tacPath);
  const passwordPlace = config.ok
    ? undefined
    : await placeForPassword(config.problem, checked.value, keyring);
  return succeeded({
    kind: 'worker',
    path: dir.value,
    workerName: draftFromTac(reading).workerName,
    upgrade: upgrade.ok ? upgrade.value.steps.map(texts.say) : [],
    whyNoUpgrade:
      (config.ok || passwordPlace) && !upgrade.ok ? texts.say(upgrade.problem) : undefined,
    problem: config.ok || passwordPlace ? undefined : texts.say(config.problem.problem),
    passwordPlace,
  });
}

/** Undefined for any other problem, and where code computes the password and no keyring can help. */
async function placeForPassword(
  { setting, kind }: TacProblem,
  { tacPath, reading }: WorkerDirectory,
  { state }: Keyring,
): Promise<PasswordPlace | undefined> {
  if (setting !== 'passwd') return undefined;
  // With one, it could run, or something else is wrong besides.
  if (!workerConfigFrom(reading, { password: 'any' }).ok) return undefined;
  if (state.kind === 'there') return { kind: 'keyring', keyring: state.name };
  if (kind === 'computed') return undefined;
  const isOpen = await othersMayRead(tacPath);
  return { kind: 'file', path: tacPath, why: 'no-keyring', isOpen };
}

/** What the text of a `buildbot.tac` holds; a directory of another machine means nothing here. */
export function draftFromTacText(text: string): Outcome<DraftSettings, Problem> {
  const reading = readTac(text, TAC_FILENAME);
  if (reading.age === undefined) {
    return failed(reading.problems[0]?.problem ?? problem('tac.noWorkerInText'));
  }
  const { basedir: _, ...draft } = draftFromTac(reading);
  return succeeded(draft);
}

/** What is there as a plain value that a worker can use; the rest keeps its default. */
function draftFromTac(reading: TacReading): DraftSettings {
  return Object.fromEntries(
    WORKER_SETTINGS.flatMap(({ name, byDefault }) => {
      const entry = reading.settings.get(tacSettingOf(name));
      if (entry?.kind !== 'literal') return [];
      const read = valueFromLiteral(name, entry.value);
      const isOwn = read.ok && read.value !== (byDefault ?? null);
      return isOwn ? [[name, settingText(name, read.value)]] : [];
    }),
  );
}

async function directoryOf(path: string): Promise<Outcome<string, Problem>> {
  try {
    return succeeded((await stat(path)).isDirectory() ? path : dirname(path));
  } catch (error) {
    return failed(
      codeOf(error) === 'ENOENT'
        ? problem('files.missing', { path })
        : problem('files.cannotLookAt', { path, reason: fileReasonOf(error) }),
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
