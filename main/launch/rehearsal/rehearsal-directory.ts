import { lstat, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock, runningPid } from '../../basedir/lock.ts';
import { codeOf, messageOf } from '../../lib/errors.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';

const PREFIX = 'buildtray-rehearsal-';
/** A directory this young may be one that another process is about to lock. */
const YOUNG_MS = 5_000;

/** A directory that is there as long as a rehearsal. */
export interface RehearsalDirectory {
  readonly path: string;
  /** Removes it with all that is in it. Twice does no harm. Errors: rejects with Node's. */
  remove(): Promise<void>;
}

/**
 * Makes a directory that nobody else can look into, and removes those that rehearsals which crashed
 * have left behind.
 *
 * Errors: one sentence that names the directory.
 */
export async function makeRehearsalDirectory(
  parentDir: string,
): Promise<Outcome<RehearsalDirectory, string>> {
  let path: string;
  try {
    await mkdir(parentDir, { recursive: true });
    await removeLeftoverRehearsals(parentDir);
    path = await realpath(await mkdtemp(join(parentDir, PREFIX)));
  } catch (error) {
    return failed(`Cannot make a directory for the rehearsal: ${messageOf(error)}.`);
  }
  const lock = await acquireLock(path);
  if (!lock.ok) return lock;
  return succeeded({
    path,
    async remove() {
      lock.value.dispose();
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}

/** Removes what rehearsals have left behind whose process is no more; those that run are left alone. */
export async function removeLeftoverRehearsals(parentDir: string): Promise<void> {
  for (const name of await namesIn(parentDir)) {
    const path = join(parentDir, name);
    if (!name.startsWith(PREFIX) || !(await isLeftover(path))) continue;
    await rm(path, { recursive: true, force: true });
  }
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** In a directory that all users share, names alone prove nothing. */
async function isLeftover(path: string): Promise<boolean> {
  try {
    const stats = await lstat(path);
    const isOurs = process.getuid === undefined || stats.uid === process.getuid();
    if (!stats.isDirectory() || !isOurs) return false;
    if (Date.now() - stats.mtimeMs < YOUNG_MS) return false;
  } catch {
    // Gone meanwhile.
    return false;
  }
  return (await runningPid(path)) === undefined;
}
