import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { rotatedAges, rotatedPath } from '../log-files.ts';

/**
 * Moves a log out of the way: `worker.log` becomes `worker.log.1`, which becomes `worker.log.2`, and so
 * on up to the first number that is free. Rotated files beyond `keep` are removed; undefined keeps all.
 *
 * Errors: those of the file system. No file is lost then, and a later try goes on where this one ended.
 */
export async function rotateFiles(logPath: string, keep: number | undefined): Promise<void> {
  const taken = await agesAt(logPath);
  for (let age = firstFree(taken); age > 0; age -= 1) {
    await rename(rotatedPath(logPath, age - 1), rotatedPath(logPath, age));
  }
  await removeOldFiles(logPath, keep);
}

/** Removes the rotated files beyond `keep`; undefined keeps all. */
export async function removeOldFiles(logPath: string, keep: number | undefined): Promise<void> {
  if (keep === undefined) return;
  for (const age of await agesAt(logPath)) {
    if (age > keep) await rm(rotatedPath(logPath, age), { force: true });
  }
}

async function agesAt(logPath: string): Promise<readonly number[]> {
  return rotatedAges(await readdir(dirname(logPath)), basename(logPath));
}

function firstFree(taken: readonly number[]): number {
  const gap = taken.findIndex((age, at) => age !== at + 1);
  return (gap === -1 ? taken.length : gap) + 1;
}
