import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { FileReason } from '../contract/problems/facts.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { EXTRAS_FILENAME, INFO_DIRNAME, TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readBounded } from '../system/opening/read-bounded.ts';
import { makeFile } from '../system/writing/make-file.ts';
import { replaceFile } from '../system/writing/replace-file.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { CreateWorkerRequest } from './create-worker-request.ts';
import { writeExtras } from './extras-file.ts';
import { renderTac } from './tac/render-tac.ts';
import { MAX_TAC_BYTES } from './tac/tac-file.ts';

/** What the files under `info/` say at first. */
export interface FirstHostinfo {
  readonly admin: string;
  readonly host: string;
  /** Not written when undefined. */
  readonly accessUri?: string | undefined;
}

/** What `createWorker` did, in its order. */
export interface CreateWorkerStep {
  readonly kind: 'made-directory' | 'kept-directory' | 'made-file' | 'kept-file' | 'made-beside';
  readonly path: string;
}

/** A file must be read by nobody else: it holds the password. */
const TAC_MODE = 0o600;
/** It holds a password, and all that builds make. */
const BASEDIR_MODE = 0o700;

/**
 * Makes a worker's directory. What is there already is never overwritten: a different `buildbot.tac`
 * stays, and `buildbot.tac.new` is written beside it.
 *
 * Errors: one sentence that names the path. What was made before then stays.
 */
export async function createWorker(
  {
    config,
    extras,
    isRelocatable,
  }: Pick<CreateWorkerRequest, 'config' | 'extras' | 'isRelocatable'>,
  hostinfo: FirstHostinfo,
): Promise<Outcome<readonly CreateWorkerStep[], Problem>> {
  const { basedir } = config;
  const infoDir = join(basedir, INFO_DIRNAME);
  try {
    return succeeded([
      await makeDirectory(basedir, BASEDIR_MODE),
      // With its buildbot.tac it is a worker's directory, which then has all that the worker needs.
      ...(await makeExtras(basedir, extras)),
      ...(await makeTac(basedir, renderTac(config, { isRelocatable }))),
      await makeDirectory(infoDir),
      await makeFileAt(join(infoDir, 'admin'), hostinfo.admin),
      await makeFileAt(join(infoDir, 'host'), hostinfo.host),
      ...(hostinfo.accessUri === undefined
        ? []
        : [await makeFileAt(join(infoDir, 'access_uri'), `${hostinfo.accessUri}\n`)]),
    ]);
  } catch (error) {
    if (error instanceof ProblemError) return failed(error.problem);
    throw error;
  }
}

async function makeDirectory(path: string, mode = 0o777): Promise<CreateWorkerStep> {
  try {
    await mkdir(path, { mode });
    return { kind: 'made-directory', path };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return keepDirectory(path);
    const reason: FileReason =
      codeOf(error) === 'ENOENT'
        ? { kind: 'parent-missing', parent: dirname(path) }
        : fileReasonOf(error);
    throw new ProblemError(problem('files.cannotMakeDirectory', { path, reason }), {
      cause: error,
    });
  }
}

async function keepDirectory(path: string): Promise<CreateWorkerStep> {
  const isDirectory = await attempt('files.cannotUse', path, async () =>
    (await stat(path)).isDirectory(),
  );
  if (!isDirectory) {
    const reason = { kind: 'not-a-directory' } as const;
    throw new ProblemError(problem('files.cannotUse', { path, reason }));
  }
  return { kind: 'kept-directory', path };
}

async function makeTac(basedir: string, contents: string): Promise<CreateWorkerStep[]> {
  const tacPath = join(basedir, TAC_FILENAME);
  const made = await makeFileAt(tacPath, contents, TAC_MODE);
  if (made.kind === 'made-file') return [made];
  const old = await attempt('files.cannotRead', tacPath, () =>
    readBounded(tacPath, MAX_TAC_BYTES + 1),
  );
  if (old.equals(Buffer.from(contents))) return [made];
  const path = `${tacPath}.new`;
  await attempt('files.cannotWrite', path, () =>
    replaceFile(path, contents, { newMode: TAC_MODE, resetsMode: true, atLink: 'replace-link' }),
  );
  return [made, { kind: 'made-beside', path }];
}

/** Only where something is to be said that `buildbot.tac` cannot say. */
async function makeExtras(basedir: string, extras: ConnectionExtras): Promise<CreateWorkerStep[]> {
  if (!extras.tls && !extras.proxy) return [];
  const written = await writeExtras(basedir, extras);
  if (!written.ok) throw new ProblemError(written.problem);
  return [{ kind: 'made-file', path: join(basedir, EXTRAS_FILENAME) }];
}

async function makeFileAt(path: string, contents: string, mode = 0o666): Promise<CreateWorkerStep> {
  const isMade = await attempt('files.cannotWrite', path, () => makeFile(path, contents, mode));
  return { kind: isMade ? 'made-file' : 'kept-file', path };
}

async function attempt<T>(
  otherwise: 'files.cannotUse' | 'files.cannotRead' | 'files.cannotWrite',
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = problem(otherwise, { path, reason: fileReasonOf(error) });
    throw new ProblemError(why, { cause: error });
  }
}
