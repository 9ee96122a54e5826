import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { createWorker, type FirstHostinfo } from '../basedir/create-worker.ts';
import {
  type CreateWorkerRequest,
  createWorkerRequestFrom,
} from '../basedir/create-worker-request.ts';
import { checkDirectory } from '../basedir/directory-check.ts';
import { removePassword } from '../basedir/tac/edit-tac.ts';
import type { DraftSuggestion, FieldProblem, WorkerDraft } from '../contract/add-worker.ts';
import { DEFAULT_PORT } from '../contract/worker-config.ts';
import { adminText, hostTextFrom, inspectMachine } from '../hostinfo/describe-machine.ts';
import { fileReason } from '../lib/file-reason.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import type { Texts } from '../texts/texts.ts';
import type { Keyring } from './keyring.ts';

/** A worker that the app does not know yet. */
export type NewWorker = Omit<SavedWorker, 'id'>;

type ProblemTexts = Texts['addWorker']['problems'];

/** What the first-start form begins with. */
export function suggestionFrom(keyring: Keyring): DraftSuggestion {
  const basedir = join(homedir(), 'buildtray-worker');
  const { state } = keyring;
  return {
    ...{ port: DEFAULT_PORT, basedir },
    passwordPlace:
      state.kind === 'there'
        ? { kind: 'keyring', keyring: state.name }
        : { kind: 'file', path: join(basedir, 'buildbot.tac'), why: 'no-keyring' },
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
  const trimmed = trimmedFrom(draft);
  const problems = [
    ...fieldProblems(trimmed, texts),
    ...(await directoryProblems(trimmed.basedir, texts)),
  ];
  if (problems.length > 0) return failed(problems);
  const request = requestFrom(trimmed);
  if (!request.ok) return failed([{ field: undefined, sentence: request.problem }]);
  const [admin, machine] = await Promise.all([adminText(), inspectMachine()]);
  return makeWorkerDirectory(request.value, { admin, host: hostTextFrom(machine) }, keyring);
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
): Promise<Outcome<NewWorker, readonly FieldProblem[]>> {
  const { basedir, password } = request.config;
  const encrypted = keyring.state.kind === 'there' ? keyring.encrypt(password) : undefined;
  if (encrypted && !encrypted.ok) return failed([problemWith('password', encrypted.problem)]);
  const made = await makeDirectory(request, hostinfo, encrypted !== undefined);
  if (!made.ok) return failed([problemWith('basedir', made.problem)]);
  return succeeded({ basedir, ...(encrypted && { encryptedPassword: encrypted.value }) });
}

/** Takes over a directory as it is. Errors: the sentence why no worker can run there. */
export async function takeOverDirectory(path: string): Promise<Outcome<NewWorker, string>> {
  const directory = await checkDirectory(withHome(path.trim()));
  return directory.ok ? succeeded({ basedir: directory.value.dir }) : directory;
}

function trimmedFrom(draft: WorkerDraft): WorkerDraft {
  const basedir = draft.basedir.trim();
  return {
    ...draft,
    host: draft.host.trim().replace(/^\[(.*)\]$/, '$1'),
    workerName: draft.workerName.trim(),
    basedir: basedir === '' ? '' : normalize(withHome(basedir)),
  };
}

/** As a shell would read it. */
function withHome(path: string): string {
  return path === '~' || path.startsWith(`~${sep}`) ? join(homedir(), path.slice(1)) : path;
}

function fieldProblems(
  { host, port, workerName, password, basedir }: WorkerDraft,
  texts: ProblemTexts,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (isWell: boolean, field: keyof WorkerDraft, sentence: string): void => {
    if (!isWell) problems.push(problemWith(field, sentence));
  };
  const isAddress = host !== '' && !/[\s/@]/.test(host);
  check(isAddress, 'host', texts.host);
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535;
  check(isPort, 'port', texts.port);
  check(workerName !== '', 'workerName', texts.workerName);
  check(password !== '', 'password', texts.password);
  check(isAbsolute(basedir), 'basedir', texts.basedir);
  return problems;
}

async function directoryProblems(basedir: string, texts: ProblemTexts): Promise<FieldProblem[]> {
  if (!isAbsolute(basedir)) return [];
  try {
    await stat(join(basedir, 'buildbot.tac'));
  } catch {
    return [];
  }
  return [problemWith('basedir', texts.hasWorker(basedir))];
}

function problemWith(field: keyof WorkerDraft, sentence: string): FieldProblem {
  return { field, sentence };
}

function requestFrom(draft: WorkerDraft): Outcome<CreateWorkerRequest, string> {
  const host = draft.host.includes(':') ? `[${draft.host}]` : draft.host;
  const master = `${host}:${draft.port}`;
  return createWorkerRequestFrom([draft.basedir, master, draft.workerName, draft.password], {});
}

async function makeDirectory(
  request: CreateWorkerRequest,
  hostinfo: FirstHostinfo,
  isPasswordElsewhere: boolean,
): Promise<Outcome<void, string>> {
  const { basedir } = request.config;
  try {
    await mkdir(dirname(basedir), { recursive: true });
  } catch (error) {
    return failed(`Cannot make the directory ${dirname(basedir)}: ${fileReason(error)}.`);
  }
  const password = isPasswordElsewhere ? '' : request.config.password;
  const made = await createWorker(
    { ...request, config: { ...request.config, password } },
    hostinfo,
  );
  if (!made.ok) return made;
  return isPasswordElsewhere
    ? sayWherePasswordIs(join(basedir, 'buildbot.tac'))
    : succeeded(undefined);
}

/** A note for whoever runs the directory by another program. */
async function sayWherePasswordIs(tacPath: string): Promise<Outcome<void, string>> {
  try {
    const noted = removePassword(await readFile(tacPath, 'utf8'), tacPath);
    if (!noted.ok) return failed(noted.problem.sentence);
    const temporary = `${tacPath}.${process.pid}.tmp`;
    await writeFile(temporary, noted.value, { mode: 0o600 });
    await chmod(temporary, 0o600);
    await rename(temporary, tacPath);
    return succeeded(undefined);
  } catch (error) {
    return failed(`Cannot write ${tacPath}: ${fileReason(error)}.`);
  }
}
