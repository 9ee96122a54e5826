import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { type Statement, tell } from '../lib/statement.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReason } from '../system/file-reason.ts';
import { readTacFile, type TacFile } from './tac/tac-file.ts';

export interface WorkerDirectory extends TacFile {
  /** Absolute path of the directory that holds `buildbot.tac`. */
  readonly dir: string;
  readonly tacPath: string;
  /** Sentences worth telling, such as that the directory is from an older Buildbot. */
  readonly notes: readonly string[];
}

/** Errors: one sentence why no worker can run there. */
export async function checkDirectory(dir: string): Promise<Outcome<WorkerDirectory, Statement>> {
  const path = resolve(dir);
  const problem = await directoryProblem(path);
  if (problem !== undefined) return failed(problem);
  const tacPath = join(path, TAC_FILENAME);
  if (await isMissing(tacPath)) {
    return failed(tell('noWorkerThere', path));
  }
  const tac = await readTacFile(tacPath);
  if (!tac.ok) return failed(tac.problem);
  return workerDirectoryFrom(path, tacPath, tac.value);
}

/** Why a directory cannot hold a running worker; undefined when it can. */
export async function directoryProblem(path: string): Promise<Statement | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return tell('notADirectory', path);
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? tell('directoryMissing', path)
      : tell('cannotLookAt', path, fileReason(error));
  }
  if (!(await isAllowed(path, constants.R_OK | constants.X_OK))) {
    return tell('directoryUnreadable', path);
  }
  if (!(await isAllowed(path, constants.W_OK))) {
    return tell('directoryUnwritable', path);
  }
  return undefined;
}

function workerDirectoryFrom(
  dir: string,
  tacPath: string,
  tac: TacFile,
): Outcome<WorkerDirectory, Statement> {
  const { age, applicationName } = tac.reading;
  const found = { ...tac, dir, tacPath };
  if (/Application\(\s*['"]buildbot-worker['"]/.test(tac.text)) {
    return succeeded({ ...found, notes: [] });
  }
  if (applicationName === 'buildslave' || (age !== undefined && age !== 'buildbot_worker.bot')) {
    const note = `${dir} was made by a Buildbot before 0.9; it can run as it is, and \`buildtray upgrade-worker ${dir}\` brings it up to date.`;
    return succeeded({ ...found, notes: [note] });
  }
  return failed(
    applicationName === undefined
      ? tell('notBuildbotWorker', dir)
      : tell('otherApplication', dir, applicationName),
  );
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
}

async function isAllowed(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}
