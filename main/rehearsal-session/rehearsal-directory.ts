import { lstat, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock, runningPid } from '../basedir/acquire-lock.ts';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { PID_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readBounded } from '../system/opening/read-bounded.ts';

const PREFIX = 'buildtray-rehearsal-';
/** A directory this young, with no process named in it, is one that somebody is about to lock. */
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
): Promise<Outcome<RehearsalDirectory, Problem>> {
  let path: string;
  try {
    await mkdir(parentDir, { recursive: true });
    await removeLeftoverRehearsals(parentDir);
    path = await realpath(await mkdtemp(join(parentDir, PREFIX)));
  } catch (error) {
    return failed(problem('rehearsal.cannotMake', { reason: fileReasonOf(error) }));
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
    const isYoung = Date.now() - stats.mtimeMs < YOUNG_MS;
    if (isYoung && !(await namesItsProcess(path))) return false;
  } catch {
    // Gone meanwhile.
    return false;
  }
  return (await runningPid(path)) === undefined;
}

async function namesItsProcess(path: string): Promise<boolean> {
  try {
    return (await readBounded(join(path, PID_FILENAME), 1)).length > 0;
  } catch {
    return false;
  }
}
