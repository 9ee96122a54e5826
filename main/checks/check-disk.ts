import { statfs } from 'node:fs/promises';
import { problem } from '../contract/problem.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { nearestDirectory } from './nearest-directory.ts';

const result = resultsOf('disk');

const MIB = 1024 * 1024;
/** Below that hardly any build fits. */
const LITTLE_BYTES = 2 * 1024 * MIB;
const NOTHING_BYTES = 50 * MIB;

/** How much room the builds have. */
export async function checkDisk({ basedir }: CheckDraft): Promise<CheckResult> {
  if (basedir === undefined) return result.skipped(problem('checks.noDirectoryYet'));
  try {
    const { bavail, bsize } = await statfs(await nearestDirectory(basedir));
    return resultFrom(bavail * bsize, basedir);
  } catch (error) {
    return result.skipped(
      problem('checks.freeSpaceUnknown', { path: basedir, reason: fileReasonOf(error) }),
    );
  }
}

/** The result for so many free bytes. */
export function resultFrom(freeBytes: number, basedir: string): CheckResult {
  const found = problem('checks.freeSpace', { size: sizeText(freeBytes), path: basedir });
  if (freeBytes < NOTHING_BYTES) return result.failed(found, problem('checks.makeRoom'));
  return freeBytes < LITTLE_BYTES
    ? result.warned(found, problem('checks.makeRoom'))
    : result.passed(found);
}

function sizeText(bytes: number): string {
  const mebibytes = bytes / MIB;
  return mebibytes < 1024
    ? `${Math.floor(mebibytes)} MiB`
    : `${(mebibytes / 1024).toFixed(mebibytes < 10_240 ? 1 : 0)} GiB`;
}
