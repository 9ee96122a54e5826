import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Maker, makeWorkerDir } from '../../interop/support/interop-worker.ts';

/** A worker's directory that is not in use, and what its programs start with. */
export interface Staged {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a directory for a worker `w` of a master on this machine, and removes it after `use`. */
export async function staged<T>(
  by: Maker,
  port: number,
  use: (staged: Staged) => Promise<T>,
  options: readonly string[] = [],
): Promise<T> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'buildtray-faults-')));
  const env = { PATH: process.env.PATH ?? '', HOME: home };
  const dir = join(home, 'worker');
  try {
    await makeWorkerDir({ by, dir, name: 'w', port, options, env });
    return await use({ dir, env });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}
