import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createWorker } from '../basedir/create-worker.ts';
import type { Problem } from '../contract/problem.ts';
import { type LaunchedWorker, launchWorker } from '../launch/launched-worker.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';
import { RehearsalMaster } from '../rehearsal-master/rehearsal-master.ts';
import { SAMPLE_BUILDER } from '../rehearsal-master/sample/sample-build.ts';
import { configFrom } from '../worker-settings/config-from.ts';
import { withDefaults } from '../worker-settings/with-defaults.ts';
import type { RehearsalDirectory } from './rehearsal-directory.ts';

const WORKER_NAME = 'rehearsal';
const HOSTINFO = { admin: 'Nobody: this is a rehearsal.\n', host: 'This very machine.\n' };

/** A master on loopback, and a worker for it that was made as every other is. */
export interface RehearsalPair {
  readonly master: RehearsalMaster;
  readonly launched: LaunchedWorker;
}

/** Errors: one sentence; nothing but the directory is left then. */
export async function makeRehearsalPair(
  directory: RehearsalDirectory,
): Promise<Outcome<RehearsalPair, Problem>> {
  // Whoever else is on this machine cannot get in without it.
  const password = randomBytes(18).toString('base64url');
  const workers = { [WORKER_NAME]: password };
  const master = await RehearsalMaster.listen({ workers, builders: [SAMPLE_BUILDER] });
  const launched = await launch(join(directory.path, 'worker'), master.port, password);
  if (launched.ok) return succeeded({ master, launched: launched.value });
  await master.close();
  return launched;
}

async function launch(
  dir: string,
  port: number,
  password: string,
): Promise<Outcome<LaunchedWorker, Problem>> {
  const named = { basedir: dir, workerName: WORKER_NAME, password };
  const config = configFrom(withDefaults({ ...named, host: '127.0.0.1', port }));
  const made = await createWorker({ config, extras: {}, isRelocatable: false }, HOSTINFO);
  if (!made.ok) return made;
  return launchWorker({ dir });
}
