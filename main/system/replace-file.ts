import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../lib/message-of.ts';

export interface ReplaceOptions {
  /** Permission bits of a file that is not there yet. Default 0600: it may hold a password. */
  readonly newMode?: number;
  /** Whether a file that is there gets `newMode`, too. Default: it keeps its own. */
  readonly resetsMode?: boolean;
  /** What becomes of a symbolic link at `path`. Default: its target is replaced and the link stays. */
  readonly atLink?: 'write-through' | 'replace-link';
}

const PRIVATE_MODE = 0o600;

/** As long as a process lives it gives no two temporary files one name. */
let written = 0;

/**
 * Puts new contents in the place of a file, whole or not at all: a reader finds the old file or the new
 * one, and the disk has the new one before the old one goes. The owner stays as it is.
 *
 * Errors: rejects with the file system's error. The file is as it was then, and nothing is left beside it.
 */
export async function replaceFile(
  path: string,
  contents: string | Uint8Array,
  options: ReplaceOptions = {},
): Promise<void> {
  const { newMode = PRIVATE_MODE, resetsMode = false, atLink = 'write-through' } = options;
  const target = atLink === 'replace-link' ? path : await realpath(path).catch(() => path);
  const old = await ownershipOf(target);
  const temporary = temporaryPathFor(target);
  try {
    await writeWhole(
      temporary,
      contents,
      newMode,
      resetsMode ? old && { ...old, mode: newMode } : old,
    );
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(target));
}

/** Whether a file of this name is one that `replaceFile` is still writing, or could not remove. */
export function isTemporaryName(filename: string): boolean {
  return /^\..+\.\d+\.tmp$/.test(filename);
}

function temporaryPathFor(path: string): string {
  written += 1;
  return join(dirname(path), `.${basename(path)}.${process.pid}.${written}.tmp`);
}

interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Undefined for a file that is not there. */
async function ownershipOf(path: string): Promise<Ownership | undefined> {
  try {
    const { mode, uid, gid } = await stat(path);
    return { mode: mode & 0o777, uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeWhole(
  path: string,
  contents: string | Uint8Array,
  newMode: number,
  owner: Ownership | undefined,
): Promise<void> {
  // What a process of our number once left there, a link included, is not written to.
  await rm(path, { force: true });
  const file = await open(path, 'wx', newMode);
  try {
    await file.writeFile(contents);
    if (owner) await giveTo(file, owner);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An administrator who edits as root must not lock the worker out of its own file. */
async function giveTo(file: FileHandle, { mode, uid, gid }: Ownership): Promise<void> {
  const own = await file.stat();
  if (uid !== own.uid || gid !== own.gid) await file.chown(uid, gid);
  await file.chmod(mode);
}

/** Where a directory cannot be synced, as on Windows, the file is in its place all the same. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r').catch(() => undefined);
  try {
    await directory?.sync();
  } catch {
    // Some network file systems have no such thing.
  } finally {
    await directory?.close();
  }
}
