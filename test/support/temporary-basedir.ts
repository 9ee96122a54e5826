import { chmod, lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A directory made for each test of a file and removed after it. */
export interface TemporaryBasedir {
  /** Free of links. */
  readonly path: string;
  /** The path of something inside. */
  at(...parts: readonly string[]): string;
}

export function temporaryBasedir(): TemporaryBasedir {
  let path = '';
  beforeEach(async () => {
    path = await realpath(await mkdtemp(join(tmpdir(), 'buildtray-test-')));
  });
  afterEach(async () => {
    await openUp(path);
    // What a test started may write its last file meanwhile.
    await rm(path, { recursive: true, force: true, maxRetries: 20 });
  });
  return {
    get path() {
      return path;
    },
    at: (...parts) => join(path, ...parts),
  };
}

/** Lets a directory be removed whatever modes, and names, a test gave to what is in it. */
async function openUp(path: string | Buffer): Promise<void> {
  const entry = await lstat(path).catch(() => undefined); // It may be gone by now.
  if (!entry?.isDirectory()) return;
  await chmod(path, 0o700);
  for (const name of await readdir(path, 'buffer')) {
    await openUp(Buffer.concat([Buffer.from(path), Buffer.from('/'), name]));
  }
}

const NOBODY = 65_534;

/**
 * Does something as a user whom permissions keep out: root, whom nothing keeps out, steps back to
 * nobody meanwhile. The directories must let nobody through.
 */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) return work();
  seteuid(NOBODY);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}
