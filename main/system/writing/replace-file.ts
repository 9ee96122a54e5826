import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../../lib/message-of.ts';
import { realPath } from '../opening/real-path.ts';
import { ownershipOf, writeTemporary } from './temporary-file.ts';

export interface ReplaceOptions {
  /** Permission bits of a file that is not there yet. Default 0600: it may hold a password. */
  readonly newMode?: number;
  /** Whether a file that is there gets `newMode`, too. Default: it keeps its own. */
  readonly resetsMode?: boolean;
  /** What becomes of a symbolic link at `path`. Default: its target is replaced and the link stays. */
  readonly atLink?: 'write-through' | 'replace-link';
}

/** New contents of a file, written and not in its place yet. */
export interface PreparedFile {
  readonly temporary: string;
  readonly target: string;
}

const PRIVATE_MODE = 0o600;
const READ_DIRECTORY = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0);

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
  const prepared = await prepareFile(path, contents, options);
  try {
    await rename(prepared.temporary, prepared.target);
  } catch (error) {
    await discard(prepared);
    throw error;
  }
  await syncDirectory(dirname(prepared.target));
}

/** As `replaceFile` without the last step, which cannot fail for want of room. */
export async function prepareFile(
  path: string,
  contents: string | Uint8Array,
  { newMode = PRIVATE_MODE, resetsMode = false, atLink = 'write-through' }: ReplaceOptions = {},
): Promise<PreparedFile> {
  const target = atLink === 'replace-link' ? path : await targetOf(path);
  const old = await ownershipOf(target);
  const owner = resetsMode ? old && { ...old, mode: newMode } : old;
  return { target, temporary: await writeTemporary(target, contents, { newMode, owner }) };
}

/** What a link leads to; a file that is not there yet is its own target. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realPath(path);
  } catch (error) {
    if (codeOf(error) === 'EILSEQ') throw error;
    return path;
  }
}

export async function discard({ temporary }: PreparedFile): Promise<void> {
  await rm(temporary, { force: true }).catch(() => undefined);
}

/** Where a directory cannot be synced, as on Windows, the file is in its place all the same. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, READ_DIRECTORY).catch(() => undefined);
  try {
    await directory?.sync();
  } catch {
    // Some network file systems have no such thing.
  } finally {
    await directory?.close();
  }
}
