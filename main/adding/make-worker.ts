import { mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { changeSettings } from '../basedir/change-settings.ts';
import { checkDirectory } from '../basedir/check-directory.ts';
import { createWorker, type FirstHostinfo } from '../basedir/create-worker.ts';
import type { CreateWorkerRequest } from '../basedir/create-worker-request.ts';
import { removePassword } from '../basedir/tac/edit-tac.ts';
import { readTacFile, writeTacFile } from '../basedir/tac/tac-file.ts';
import { upgradeDirectory } from '../basedir/upgrade/upgrade-directory.ts';
import type {
  DirectoryRequest,
  DraftHostinfo,
  WorkerDraft,
} from '../contract/adding/add-worker-contract.ts';
import type { DraftSuggestion, FieldProblem } from '../contract/adding/worker-draft.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import type { WorkerSettingName } from '../worker-settings/settings-table.ts';
import { DEFAULT_PORT } from '../worker-settings/worker-config.ts';
import { configFromDraft, extrasFromDraft, trimmedFrom, withHome } from './draft-settings.ts';

/** A worker that the app does not know yet. */
export type NewWorker = Omit<SavedWorker, 'id'>;

type ProblemTexts = Texts['addWorker']['problems'] &
  Pick<Texts, 'say'> &
  Pick<Texts['settings'], 'fault'>;

/** What the form's problems are worded with. */
export function problemTextsFrom({ addWorker, settings, say }: Texts): ProblemTexts {
  return { ...addWorker.problems, fault: settings.fault, say };
}

/** What the first-start form begins with. */
export function suggestionFrom(keyring: Keyring): DraftSuggestion {
  const basedir = join(homedir(), 'buildtray-worker');
  const { state } = keyring;
  return {
    port: String(DEFAULT_PORT),
    basedir,
    passwordPlace:
      state.kind === 'there'
        ? { kind: 'keyring', keyring: state.name }
        : {
            kind: 'file',
            path: join(basedir, TAC_FILENAME),
            why: 'no-keyring',
            isOpen: false,
          },
  };
}

/**
 * Makes a worker's directory from the form.
 *
 * Errors: every problem that can be known, with its field.
 */
export async function makeWorker(
  draft: WorkerDraft,
  keyring: Keyring,
  texts: ProblemTexts,
): Promise<Outcome<NewWorker, readonly FieldProblem[]>> {
  const read = configFromDraft(draft.settings, texts);
  const { basedir = '' } = trimmedFrom(draft.settings);
  const extras = extrasFromDraft(draft.settings, texts);
  const problems = [
    ...(read.ok ? [] : read.problem),
    ...(extras.ok ? [] : [extras.problem]),
    ...(await directoryProblems(basedir, texts)),
  ];
  if (!read.ok || !extras.ok || problems.length > 0) return failed(problems);
  const { isRelocatable } = draft;
  const request = { config: read.value, extras: extras.value, isRelocatable, isQuiet: true };
  return makeWorkerDirectory(request, hostinfoFrom(draft.hostinfo), keyring, texts);
}

/** As the form has it: what the user took out stays out. */
function hostinfoFrom({ admin, host, accessUri }: DraftHostinfo): FirstHostinfo {
  return {
    admin: withNewline(admin),
    host: withNewline(host),
    accessUri: accessUri.trim() || undefined,
  };
}

function withNewline(text: string): string {
  return text.trim() === '' ? '' : `${text.trimEnd()}\n`;
}

/**
 * Makes the directory that is asked for. With a keyring the password never reaches the disk
 * unencrypted.
 *
 * Errors: the sentence, with the field it belongs to.
 */
export async function makeWorkerDirectory(
  request: CreateWorkerRequest,
  hostinfo: FirstHostinfo,
  keyring: Keyring,
  { say }: Pick<Texts, 'say'>,
): Promise<Outcome<NewWorker, readonly FieldProblem[]>> {
  const { basedir, password } = request.config;
  const encrypted = keyring.state.kind === 'there' ? keyring.encrypt(password) : undefined;
  if (encrypted && !encrypted.ok) return failed([problemWith('password', say(encrypted.problem))]);
  const made = await makeDirectory(request, hostinfo, encrypted !== undefined);
  if (!made.ok) return failed([problemWith('basedir', say(made.problem))]);
  return succeeded({ basedir, ...(encrypted && { encryptedPassword: encrypted.value }) });
}

/** Adopts a directory, upgraded if requested. Errors: the sentence why no worker can run there. */
export async function adoptDirectory(
  { path, upgrades, password }: DirectoryRequest,
  keyring: Keyring,
  texts: Pick<Texts, 'say'>,
): Promise<Outcome<NewWorker, string>> {
  const dir = withHome(path.trim());
  const upgraded = upgrades ? await upgradeDirectory(dir, { isDryRun: false }) : undefined;
  if (upgraded?.ok === false) return inWords(upgraded, texts);
  const directory = await checkDirectory(dir);
  if (!directory.ok) return inWords(directory, texts);
  const basedir = directory.value.dir;
  return password
    ? inWords(await withPassword(basedir, password, keyring), texts)
    : succeeded({ basedir });
}

async function withPassword(
  basedir: string,
  password: string,
  keyring: Keyring,
): Promise<Outcome<NewWorker, Problem>> {
  if (keyring.state.kind !== 'there') {
    const changed = await changeSettings(basedir, { password });
    return changed.ok ? succeeded({ basedir }) : failed(changed.problem.problem);
  }
  const encrypted = keyring.encrypt(password);
  return encrypted.ok ? succeeded({ basedir, encryptedPassword: encrypted.value }) : encrypted;
}

async function directoryProblems(basedir: string, texts: ProblemTexts): Promise<FieldProblem[]> {
  if (!isAbsolute(basedir)) return [];
  try {
    await stat(join(basedir, TAC_FILENAME));
  } catch {
    return [];
  }
  return [problemWith('basedir', texts.hasWorker(basedir))];
}

function problemWith(field: WorkerSettingName, sentence: string): FieldProblem {
  return { field, sentence };
}

async function makeDirectory(
  request: CreateWorkerRequest,
  hostinfo: FirstHostinfo,
  isPasswordElsewhere: boolean,
): Promise<Outcome<void, Problem>> {
  const { basedir } = request.config;
  try {
    await mkdir(dirname(basedir), { recursive: true });
  } catch (error) {
    return failed(
      problem('files.cannotMakeDirectory', { path: dirname(basedir), reason: fileReasonOf(error) }),
    );
  }
  const password = isPasswordElsewhere ? '' : request.config.password;
  const made = await createWorker(
    { ...request, config: { ...request.config, password } },
    hostinfo,
  );
  if (!made.ok) return made;
  return isPasswordElsewhere
    ? sayWherePasswordIs(join(basedir, TAC_FILENAME))
    : succeeded(undefined);
}

/** A note for whoever runs the directory by another program. */
async function sayWherePasswordIs(tacPath: string): Promise<Outcome<void, Problem>> {
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(file.problem.problem);
  const noted = removePassword(file.value.text, tacPath);
  if (!noted.ok) return failed(noted.problem.problem);
  return writeTacFile(tacPath, noted.value, file.value.encoding);
}
