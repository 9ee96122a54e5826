import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { type Statement, tell } from '../lib/statement.ts';
import { fileReason } from './file-reason.ts';

/** A new file of a worker's directory may hold the password. */
const PRIVATE_MODE = 0o600;

/**
 * Puts new contents in the place of a file, whole or not at all; the disk has them before the old
 * ones go. Mode and owner stay as they are, and a link is written through.
 *
 * Errors: one sentence that names the file, which then is as it was.
 */
export async function replaceFile(
  path: string,
  contents: Uint8Array,
): Promise<Outcome<void, Statement>> {
  try {
    const target = await realpath(path).catch(() => path);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      await writeWhole(temporary, contents, await ownershipOf(target));
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    return succeeded(undefined);
  } catch (error) {
    return failed(tell('cannotWrite', path, fileReason(error)));
  }
}

interface Ownership {
  readonly mode: number;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

async function ownershipOf(path: string): Promise<Ownership> {
  try {
    const { mode, uid, gid } = await stat(path);
    return { mode: mode & 0o777, uid, gid };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return { mode: PRIVATE_MODE, uid: undefined, gid: undefined };
  }
}

async function writeWhole(path: string, contents: Uint8Array, owner: Ownership): Promise<void> {
  const file = await open(path, 'w', PRIVATE_MODE);
  try {
    await file.writeFile(contents);
    await giveTo(file, owner);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An administrator who edits as root must not lock the worker out of its own file. */
async function giveTo(file: FileHandle, { mode, uid, gid }: Ownership): Promise<void> {
  const { uid: ownUid, gid: ownGid } = await file.stat();
  if (uid !== undefined && gid !== undefined && (uid !== ownUid || gid !== ownGid)) {
    await file.chown(uid, gid);
  }
  await file.chmod(mode);
}
