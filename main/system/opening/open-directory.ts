import { constants, existsSync, statSync } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { codeOf } from '../../lib/message-of.ts';

const { O_RDONLY } = constants;
const O_DIRECTORY = constants.O_DIRECTORY ?? 0;
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0;
/** Linux's flag for a handle that only names a place; Node has no name for it. */
const O_PATH = 0o10000000;

/** A directory that stays the same one, whatever becomes of its name. */
export interface OpenDirectory {
  /**
   * Reaches the directory, in this process only; a child process may be started in it. An entry's path is this, a slash and its name: nothing
   * in it can be exchanged for a link.
   */
  readonly path: string;
  /** Device and inode, by which two directories are the same one. */
  identity(): Promise<string>;
  close(): Promise<void>;
}

/** Whether directories can be held here. Elsewhere than on Linux a held directory is only its path. */
export const HAS_DIRECTORY_HANDLES = process.platform === 'linux' && existsSync('/proc/self/fd');

/**
 * Takes hold of a directory. Waits for nothing, and requires no permission to read it.
 *
 * Errors: rejects with the file system's error; ENOTDIR for a link, which is never followed.
 */
export async function openDirectory(path: string | Buffer): Promise<OpenDirectory> {
  return HAS_DIRECTORY_HANDLES ? holdByHandle(path) : holdByName(path);
}

async function holdByHandle(path: string | Buffer): Promise<OpenDirectory> {
  const handle = await open(path, O_PATH | O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  return {
    path: `/proc/self/fd/${handle.fd}`,
    identity: () => identityOf(handle),
    close: () => handle.close(),
  };
}

async function identityOf(handle: FileHandle): Promise<string> {
  const { dev, ino } = await handle.stat({ bigint: true });
  return `${dev}:${ino}`;
}

async function holdByName(path: string | Buffer): Promise<OpenDirectory> {
  const stats = await lstat(path, { bigint: true });
  if (!stats.isDirectory()) throw systemError('ENOTDIR', String(path));
  const text = path.toString();
  const identity = `${stats.dev}:${stats.ino}`;
  return {
    path: text,
    identity: async () => identity,
    close: async () => {},
  };
}

/** An error as a system call gives it, for what was found out without one. */
export function systemError(
  code: 'ENOTDIR' | 'ENOENT' | 'EEXIST' | 'ELOOP' | 'EISDIR' | 'EINVAL' | 'ENAMETOOLONG' | 'EILSEQ',
  path: string,
): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** Whether a path leads to a directory, links followed; false also where that cannot be seen. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a system call failed because the entry is no directory, or is a link. */
export function isNoDirectory(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOTDIR' || code === 'ELOOP';
}
