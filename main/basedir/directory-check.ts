import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../lib/errors.ts';
import { fileReason } from '../lib/file-reason.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { readTacFile, type TacFile } from './tac/tac-file.ts';

export interface WorkerDirectory extends TacFile {
  /** Absolute path of the directory that holds `buildbot.tac`. */
  readonly dir: string;
  readonly tacPath: string;
  /** Sentences worth telling, such as that the directory is from an older Buildbot. */
  readonly notes: readonly string[];
}

/** Errors: one sentence why no worker can run there. */
export async function checkDirectory(dir: string): Promise<Outcome<WorkerDirectory, string>> {
  const path = resolve(dir);
  const problem = await directoryProblem(path);
  if (problem !== undefined) return failed(problem);
  const tacPath = join(path, 'buildbot.tac');
  if (await isMissing(tacPath)) {
    return failed(`not a worker directory: ${path} (there is no buildbot.tac in it)`);
  }
  const tac = await readTacFile(tacPath);
  if (!tac.ok) return failed(tac.problem.sentence);
  return workerDirectoryFrom(path, tacPath, tac.value);
}

/** Why a directory cannot hold a running worker; undefined when it can. */
export async function directoryProblem(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return `${path} is not a directory.`;
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? `${path} does not exist.`
      : `Cannot look at ${path}: ${fileReason(error)}.`;
  }
  if (!(await isAllowed(path, constants.R_OK | constants.X_OK))) {
    return `${path} cannot be read by this user; give yourself the permission.`;
  }
  if (!(await isAllowed(path, constants.W_OK))) {
    return `${path} cannot be written to by this user; the worker keeps its builds and its log there.`;
  }
  return undefined;
}

function workerDirectoryFrom(
  dir: string,
  tacPath: string,
  tac: TacFile,
): Outcome<WorkerDirectory, string> {
  const { age, applicationName } = tac.reading;
  const found = { ...tac, dir, tacPath };
  if (/Application\(\s*['"]buildbot-worker['"]/.test(tac.text)) {
    return succeeded({ ...found, notes: [] });
  }
  if (applicationName === 'buildslave' || (age !== undefined && age !== 'buildbot_worker.bot')) {
    const note = `${dir} was made by a Buildbot before 0.9; it can run as it is, and \`buildtray upgrade-worker ${dir}\` brings it up to date.`;
    return succeeded({ ...found, notes: [note] });
  }
  const what = applicationName === undefined ? '' : `; it says '${applicationName}'`;
  return failed(
    `not a worker directory: ${dir} (its buildbot.tac lacks Application('buildbot-worker')${what})`,
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
