import { link, lstat, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { codeOf } from '../../lib/message-of.ts';
import { syncDirectory } from './replace-file.ts';
import { removeLeftTemporaries, writeTemporary } from './temporary-file.ts';

/** What file systems without hard links answer. */
const LACKS_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Makes a file that is not there, whole or not at all; false when something is at its path, which stays.
 *
 * Errors: rejects with the file system's error. No file is there then.
 */
export async function makeFile(
  path: string,
  contents: string | Uint8Array,
  newMode: number,
): Promise<boolean> {
  if (await isTaken(path)) {
    // Whoever was killed when the file was in its place left a second name of it.
    await removeLeftTemporaries(dirname(path), basename(path));
    return false;
  }
  const temporary = await writeTemporary(path, contents, { newMode, owner: undefined });
  try {
    await putInPlace(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
  await syncDirectory(dirname(path));
  return true;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A link is made only where nothing is. */
async function putInPlace(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!LACKS_LINKS.includes(codeOf(error) ?? '')) throw error;
    // Nothing was there a moment ago.
    await rename(temporary, path);
  }
}
