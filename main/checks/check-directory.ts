import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../lib/errors.ts';
import { fileReason } from '../lib/file-reason.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { nearestDirectory } from './nearest-directory.ts';

const result = resultsOf('directory');

/** Whether the worker's directory can be written to, or made. */
export async function checkDirectoryOf({ basedir }: CheckDraft): Promise<CheckResult> {
  if (basedir === undefined) return result.skipped('No directory is set yet.');
  try {
    if (!(await stat(basedir)).isDirectory()) {
      return result.failed(`${basedir} is not a directory.`, 'Choose another place.');
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      return result.failed(`Cannot look at ${basedir}: ${fileReason(error)}.`);
    }
    const parent = await nearestDirectory(basedir);
    const problem = await writingProblem(parent);
    return problem === undefined
      ? result.passed(`${basedir} is not there yet and can be made.`)
      : result.failed(`${basedir} cannot be made: ${problem}.`, 'Choose another place.');
  }
  const problem = await writingProblem(basedir);
  return problem === undefined
    ? result.passed(`${basedir} can be written to.`)
    : result.failed(
        `${basedir} cannot be written to: ${problem}.`,
        'Give yourself the permission, or choose another place.',
      );
}

/** Tried for real: permissions are not all that may stand in the way. */
async function writingProblem(dir: string): Promise<string | undefined> {
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
