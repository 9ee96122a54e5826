import { lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDirectory } from '../system/opening/open-directory.ts';

/**
 * Makes something with a worker's own file mode creation mask. The mask is the whole process's, and one
 * process may run several workers: so it is set for a moment, in which nothing else can happen.
 *
 * Shape: undefined keeps the process's own mask. `make` must be done when it returns.
 */
export function withUmask<T>(umask: number | undefined, make: () => T): T {
  if (umask === undefined) return make();
  const before = process.umask(umask);
  try {
    return make();
  } finally {
    process.umask(before);
  }
}

/** Makes a directory and its parents; one that exists is fine. Errors: rejects as the system does. */
export async function makeDirectories(path: string, umask: number | undefined): Promise<void> {
  withUmask(umask, () => makeWithParents(path));
}

/**
 * Node's own `recursive` never returns where a file system takes no directories and reports that their
 * parents are missing, as /proc does: the whole worker would hang.
 */
function makeWithParents(path: string): void {
  const parent = dirname(path);
  if (parent !== path && isMissing(parent)) makeWithParents(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another program may have made it at the same time.
    if (!isDirectory(path)) throw error;
  }
}

/** A link to nothing is not: what should be below it is reported as missing, as Python does. */
function isMissing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}
