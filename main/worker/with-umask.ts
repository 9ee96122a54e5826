import { mkdirSync } from 'node:fs';

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
  withUmask(umask, () => mkdirSync(path, { recursive: true }));
}
