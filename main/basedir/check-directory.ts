import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readTacFile, type TacFile } from './tac/tac-file.ts';

export interface WorkerDirectory extends TacFile {
  /** Absolute path of the directory that holds `buildbot.tac`. */
  readonly dir: string;
  readonly tacPath: string;
  /** What the user should know, such as that the directory is from an older Buildbot. */
  readonly notes: readonly Problem[];
}

/** Errors: one sentence why no worker can run there. */
export async function checkDirectory(dir: string): Promise<Outcome<WorkerDirectory, Problem>> {
  const path = resolve(dir);
  const unusable = await directoryProblem(path);
  if (unusable) return failed(unusable);
  const tacPath = join(path, TAC_FILENAME);
  if (await isMissing(tacPath)) {
    return failed(problem('directory.noWorkerThere', { path }));
  }
  const tac = await readTacFile(tacPath);
  if (!tac.ok) return failed(tac.problem.problem);
  return workerDirectoryFrom(path, tacPath, tac.value);
}

/** Why a directory cannot hold a running worker; undefined when it can. */
export async function directoryProblem(path: string): Promise<Problem | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return problem('checks.notADirectory', { path });
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? problem('directory.directoryMissing', { path })
      : problem('files.cannotLookAt', { path, reason: fileReasonOf(error) });
  }
  if (!(await isAllowed(path, constants.R_OK | constants.X_OK))) {
    return problem('directory.directoryUnreadable', { path });
  }
  if (!(await isAllowed(path, constants.W_OK))) {
    return problem('directory.directoryUnwritable', { path });
  }
  return undefined;
}

function workerDirectoryFrom(
  dir: string,
  tacPath: string,
  tac: TacFile,
): Outcome<WorkerDirectory, Problem> {
  const { age, applicationName } = tac.reading;
  const found = { ...tac, dir, tacPath };
  if (/Application\(\s*['"]buildbot-worker['"]/.test(tac.text)) {
    return succeeded({ ...found, notes: [] });
  }
  if (applicationName === 'buildslave' || (age !== undefined && age !== 'buildbot_worker.bot')) {
    return succeeded({ ...found, notes: [problem('directory.madeByOldBuildbot', { dir })] });
  }
  return failed(
    applicationName === undefined
      ? problem('directory.notBuildbotWorker', { dir })
      : problem('directory.otherApplication', { dir, name: applicationName }),
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
