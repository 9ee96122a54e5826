import { statfs } from 'node:fs/promises';
import { tell } from '../lib/statement.ts';
import { fileReason } from '../system/file-reason.ts';
import { type CheckDraft, type CheckResult, resultsOf } from './check.ts';
import { nearestDirectory } from './nearest-directory.ts';

const result = resultsOf('disk');

const MIB = 1024 * 1024;
/** Below that hardly any build fits. */
const LITTLE_BYTES = 2 * 1024 * MIB;
const NOTHING_BYTES = 50 * MIB;

/** How much room the builds have. */
export async function checkDisk({ basedir }: CheckDraft): Promise<CheckResult> {
  if (basedir === undefined) return result.skipped(tell('noDirectoryYet'));
  try {
    const { bavail, bsize } = await statfs(await nearestDirectory(basedir));
    return resultFrom(bavail * bsize, basedir);
  } catch (error) {
    return result.skipped(tell('freeSpaceUnknown', basedir, fileReason(error)));
  }
}

/** The result for so many free bytes. */
export function resultFrom(freeBytes: number, basedir: string): CheckResult {
  const found = tell('freeSpace', sizeText(freeBytes), basedir);
  if (freeBytes < NOTHING_BYTES) return result.failed(found, tell('makeRoom'));
  return freeBytes < LITTLE_BYTES ? result.warned(found, tell('makeRoom')) : result.passed(found);
}

function sizeText(bytes: number): string {
  const mebibytes = bytes / MIB;
  return mebibytes < 1024
    ? `${Math.floor(mebibytes)} MiB`
    : `${(mebibytes / 1024).toFixed(mebibytes < 10_240 ? 1 : 0)} GiB`;
}
