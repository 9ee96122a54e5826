import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../contract/problem.ts';
import type { FileReason } from '../contract/problems/facts.ts';
import { codeOf } from '../lib/message-of.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { nearestDirectory } from './nearest-directory.ts';

const result = resultsOf('directory');

/** Whether the worker's directory can be written to, or made. */
export async function checkDirectoryOf({ basedir }: CheckDraft): Promise<CheckResult> {
  if (basedir === undefined) return result.skipped(problem('checks.noDirectoryYet'));
  try {
    if (!(await stat(basedir)).isDirectory()) {
      return result.failed(
        problem('checks.notADirectory', { path: basedir }),
        problem('checks.choosePlace'),
      );
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      return result.failed(
        problem('files.cannotLookAt', { path: basedir, reason: fileReasonOf(error) }),
      );
    }
    const parent = await nearestDirectory(basedir);
    const reason = await writingProblem(parent);
    return reason === undefined
      ? result.passed(problem('checks.canBeMade', { path: basedir }))
      : result.failed(
          problem('checks.cannotBeMade', { path: basedir, reason }),
          problem('checks.choosePlace'),
        );
  }
  const reason = await writingProblem(basedir);
  return reason === undefined
    ? result.passed(problem('checks.canBeWritten', { path: basedir }))
    : result.failed(
        problem('checks.cannotBeWritten', { path: basedir, reason }),
        problem('checks.givePermission'),
      );
}

/** Tried for real: permissions are not the only obstacle. */
async function writingProblem(dir: string): Promise<FileReason | undefined> {
  const path = join(dir, `.buildtray-check-${randomUUID()}`);
  try {
    await writeFile(path, 'x', { flag: 'wx' });
    return undefined;
  } catch (error) {
    return fileReasonOf(error);
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}
