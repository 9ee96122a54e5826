import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../../lib/message-of.ts';
import { systemError } from '../../../system/opening/open-directory.ts';
import { makeDirectories } from '../../with-umask.ts';

/** Where a download goes. To be ended with `commit` or `discard`, once. */
export interface DownloadTarget {
  /** Appends the blocks. To be called one at a time. */
  write(blocks: readonly Uint8Array[]): Promise<void>;
  /** Puts what was written in place. */
  commit(): Promise<void>;
  /** Forgets what was written; what was there before stays. */
  discard(): Promise<void>;
}

/** What a file gets that is made. */
export interface NewFile {
  /** Permission bits; null: those of the file before, or what the umask leaves. */
  readonly mode: number | null;
  /** Undefined: the process's own. */
  readonly umask?: number | undefined;
}

const PERMISSION_BITS = 0o7777;
const { O_WRONLY, O_TRUNC } = constants;
/** Windows has neither of these flags, nor what they keep out. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0;
const O_NONBLOCK = constants.O_NONBLOCK ?? 0;

/**
 * Opens a file that takes its place when it is complete. Parents are made.
 *
 * Where the directory takes no new file, and for devices and the like, the existing file is written
 * itself.
 *
 * Shape:  `path` is free of links: taking the place of a link would leave its target as it was.
 * Errors: rejects as the system calls do.
 */
export async function openDownloadTarget(
  path: string,
  { mode, umask }: NewFile,
): Promise<DownloadTarget> {
  await makeDirectories(dirname(path), umask);
  const existing = await statIfThere(path);
  if (!existing) return openBeside(path, { mode, umask });
  if (existing.isDirectory()) throw systemError('EISDIR', path);
  if (!existing.isFile()) return openInPlace(path, mode);
  await refuseUnwritable(path);
  try {
    return await openBeside(path, { mode: mode ?? existing.mode & PERMISSION_BITS, umask });
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return openInPlace(path, mode);
  }
}

async function openBeside(path: string, { mode, umask }: NewFile): Promise<DownloadTarget> {
  const temporaryPath = join(
    dirname(path),
    `.buildtray-transfer-${randomBytes(6).toString('hex')}`,
  );
  const file = await openNew(temporaryPath, umask);
  const discard = async (): Promise<void> => {
    try {
      await file.close();
    } finally {
      await unlink(temporaryPath);
    }
  };
  await applyMode(file, mode, discard);
  return {
    write: (blocks) => append(file, blocks),
    async commit() {
      try {
        await file.close();
        await rename(temporaryPath, path);
      } catch (error) {
        await unlink(temporaryPath);
        throw error;
      }
    },
    discard,
  };
}

/** With the worker's own mask; it is private until then. */
async function openNew(path: string, umask: number | undefined): Promise<FileHandle> {
  if (umask === undefined) return open(path, 'wx');
  const file = await open(path, 'wx', 0o600);
  try {
    await file.chmod(0o666 & ~umask);
    return file;
  } catch (error) {
    await file.close();
    await unlink(path);
    throw error;
  }
}

async function openInPlace(path: string, mode: number | null): Promise<DownloadTarget> {
  const file = await openExisting(path, O_TRUNC);
  const close = (): Promise<void> => file.close();
  await applyMode(file, mode, close);
  return { write: (blocks) => append(file, blocks), commit: close, discard: close };
}

/**
 * Opens a file or a device that is there for writing. A link that has come there meanwhile is not
 * followed, and a named pipe is none of these: to open one may wait for ever.
 */
async function openExisting(path: string, flags: number): Promise<FileHandle> {
  const file = await open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | flags);
  try {
    const stats = await file.stat();
    if (!stats.isFile() && !stats.isCharacterDevice()) throw systemError('EINVAL', path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** All of the blocks: one call to the system may take fewer bytes than it was given. */
async function append(file: FileHandle, blocks: readonly Uint8Array[]): Promise<void> {
  const expected = blocks.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await file.writev([...blocks]);
  if (bytesWritten < expected) await file.writeFile(Buffer.concat(blocks).subarray(bytesWritten));
}

async function applyMode(
  file: FileHandle,
  mode: number | null,
  giveUp: () => Promise<void>,
): Promise<void> {
  if (mode === null) return;
  try {
    await file.chmod(mode & PERMISSION_BITS);
  } catch (error) {
    await giveUp();
    throw error;
  }
}

/** Renaming over a file does not check whether that file may be written. */
async function refuseUnwritable(path: string): Promise<void> {
  const file = await openExisting(path, 0);
  await file.close();
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isForbidden(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
