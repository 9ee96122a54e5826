import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { type Said, tell } from '../lib/statement.ts';
import { fileReason } from '../system/file-reason.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { nearestDirectory } from './nearest-directory.ts';

const result = resultsOf('directory');

/** Whether the worker's directory can be written to, or made. */
export async function checkDirectoryOf({ basedir }: CheckDraft): Promise<CheckResult> {
  if (basedir === undefined) return result.skipped(tell('noDirectoryYet'));
  try {
    if (!(await stat(basedir)).isDirectory()) {
      return result.failed(tell('notADirectory', basedir), tell('choosePlace'));
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      return result.failed(tell('cannotLookAt', basedir, fileReason(error)));
    }
    const parent = await nearestDirectory(basedir);
    const problem = await writingProblem(parent);
    return problem === undefined
      ? result.passed(tell('canBeMade', basedir))
      : result.failed(tell('cannotBeMade', basedir, problem), tell('choosePlace'));
  }
  const problem = await writingProblem(basedir);
  return problem === undefined
    ? result.passed(tell('canBeWritten', basedir))
    : result.failed(tell('cannotBeWritten', basedir, problem), tell('givePermission'));
}

/** Tried for real: permissions are not all that may stand in the way. */
async function writingProblem(dir: string): Promise<string | Said | undefined> {
  const path = join(dir, `.buildtray-check-${randomUUID()}`);
  try {
    await writeFile(path, 'x', { flag: 'wx' });
    return undefined;
  } catch (error) {
    return fileReason(error);
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}
