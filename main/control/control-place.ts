import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { SOCKET_FILENAME } from '../system/base-directory-files.ts';

/** Systems keep so few bytes for the path of a socket: 108 on Linux, 104 on macOS. */
const LONGEST_SOCKET_PATH = 100;

/** Where a worker listens, and what is to be removed when it has ended. */
export interface ControlPlace {
  readonly path: string;
  clear(): Promise<void>;
}

/**
 * Makes the place where a directory's worker listens. Only the holder of the directory's lock may call
 * it: what a dead process has left there is removed.
 */
export async function makeControlPlace(basedir: string): Promise<ControlPlace> {
  if (process.platform === 'win32') {
    return { path: pipeName(basedir), clear: async () => {} };
  }
  const path = join(basedir, SOCKET_FILENAME);
  await rm(path, { force: true });
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH
    ? { path, clear: () => rm(path, { force: true }) }
    : linkedPlace(path);
}

/** The path that a client connects to. Errors: ENOENT when no worker listens. */
export async function findControlPlace(basedir: string): Promise<string> {
  if (process.platform === 'win32') return pipeName(basedir);
  const path = join(basedir, SOCKET_FILENAME);
  const found = await realpath(path);
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH ? path : found;
}

/** A directory too deep for a socket gets a link to one in a directory that nobody else may enter. */
async function linkedPlace(linkPath: string): Promise<ControlPlace> {
  const dir = await privateDirectory(roomyParents());
  const path = join(dir, SOCKET_FILENAME);
  const clear = async (): Promise<void> => {
    await rm(linkPath, { force: true });
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await symlink(path, linkPath);
  } catch (error) {
    await clear();
    throw error;
  }
  return { path, clear };
}

const PREFIX = 'buildtray-';
/** What `mkdtemp` adds to the prefix. */
const RANDOM_CHARACTERS = 6;

/** Where sockets may be, the best place first; a poor TMPDIR must not cost the worker its socket. */
function roomyParents(): readonly string[] {
  const uid = process.getuid?.();
  const runtimeDirs = [process.env.XDG_RUNTIME_DIR, uid === undefined ? '' : `/run/user/${uid}`];
  return [...runtimeDirs, tmpdir(), '/tmp', '/var/tmp'].filter(
    (dir): dir is string => dir !== undefined && isAbsolute(dir) && hasRoom(dir),
  );
}

function hasRoom(dir: string): boolean {
  const longest = join(dir, `${PREFIX}${'x'.repeat(RANDOM_CHARACTERS)}`, SOCKET_FILENAME);
  return Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH;
}

/** Made in the first of these that allows it. Errors: rejects with the last one's reason. */
async function privateDirectory(parents: readonly string[]): Promise<string> {
  let reason: unknown;
  for (const parent of parents) {
    try {
      return await mkdtemp(join(parent, PREFIX));
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** Not tried: needs Windows. There is no file in the directory, so its path gives the name. */
function pipeName(basedir: string): string {
  const hash = createHash('sha256').update(basedir.toLowerCase()).digest('hex').slice(0, 32);
  return `\\\\.\\pipe\\buildtray-${hash}`;
}
