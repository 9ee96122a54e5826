import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { stateFolder } from '../system/user-folders.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The file that holds what the worker of a directory has built. It lies in a folder of the user's, since
 * directories travel, and is the same for the tray app and the command line: a directory is run by one
 * of them at a time.
 */
export function historyPathOf(basedir: string, env: Environment = process.env): string {
  const path = resolve(basedir);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const name = basename(path).replaceAll(/[^\w.-]+/g, '_') || 'worker';
  return join(stateFolder(env), 'history', `${name}-${hash}.jsonl`);
}

/** The directory that holds what commands printed, of all workers together. */
export function outputDirOf(env: Environment = process.env): string {
  return join(stateFolder(env), 'output');
}
