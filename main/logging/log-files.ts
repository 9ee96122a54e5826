import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { LOG_FILENAME, TWISTD_LOG_FILENAME } from '../system/base-directory-files.ts';

/** A file of a worker's log. */
export interface LogFile {
  readonly path: string;
  readonly name: string;
  /** Which program wrote it. */
  readonly by: 'buildtray' | 'buildbot-worker';
  /** 0 for the file that is written to, 1 for the youngest of those that were rotated. */
  readonly age: number;
  readonly sizeBytes: number;
  /** In ms since 1970. */
  readonly modifiedAt: number;
  /** The file's number in its file system, which it keeps when rotation renames it. */
  readonly inode: number;
}

/**
 * Every file of a worker's log, newest first: `worker.log`, `worker.log.1` and so on, and those that
 * the Python worker has left. None for a directory that does not exist.
 *
 * Errors: the file system's error for a directory that cannot be read.
 */
export async function logFilesOf(dir: string): Promise<readonly LogFile[]> {
  const names = await namesIn(dir);
  const ours = await filesOf(dir, names, LOG_FILENAME, 'buildtray');
  const theirs = await filesOf(dir, names, TWISTD_LOG_FILENAME, 'buildbot-worker');
  return mergedByTime(ours, theirs);
}

/** The path of a rotated file: 1 for the youngest. */
export function rotatedPath(logPath: string, age: number): string {
  return age === 0 ? logPath : `${logPath}.${age}`;
}

/** Which rotated files there are, the youngest (1) first. */
export function rotatedAges(names: readonly string[], filename: string): readonly number[] {
  return names
    .filter((name) => name.startsWith(`${filename}.`))
    .map((name) => name.slice(filename.length + 1))
    .filter((suffix) => /^[1-9]\d{0,8}$/.test(suffix))
    .map(Number)
    .sort((a, b) => a - b);
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function filesOf(
  dir: string,
  names: readonly string[],
  filename: string,
  by: LogFile['by'],
): Promise<readonly LogFile[]> {
  const ages = [...(names.includes(filename) ? [0] : []), ...rotatedAges(names, filename)];
  const files = await Promise.all(
    ages.map((age) => logFileAt(rotatedPath(join(dir, filename), age), age, by)),
  );
  return files.filter((file) => file !== undefined);
}

/** Undefined for one that a rotation has taken away meanwhile. */
async function logFileAt(
  path: string,
  age: number,
  by: LogFile['by'],
): Promise<LogFile | undefined> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return {
      path,
      name: basename(path),
      by,
      age,
      sizeBytes: size,
      modifiedAt: mtimeMs,
      inode: ino,
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Each list keeps its own order, whatever a copy of the directory did to the files' times. */
function mergedByTime(ours: readonly LogFile[], theirs: readonly LogFile[]): readonly LogFile[] {
  const [first, second] = [[...ours], [...theirs]];
  const merged: LogFile[] = [];
  for (;;) {
    const isOurs = second[0] === undefined || (first[0]?.modifiedAt ?? -1) >= second[0].modifiedAt;
    const next = (isOurs ? first : second).shift();
    if (next === undefined) return merged;
    merged.push(next);
  }
}
