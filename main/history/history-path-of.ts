import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, resolve } from 'node:path';

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

/** Where this system keeps what a program writes down by itself. */
function stateFolder(env: Environment, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Buildtray');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Buildtray');
  }
  const { XDG_STATE_HOME: state = '' } = env;
  return join(isAbsolute(state) ? state : join(homedir(), '.local', 'state'), 'buildtray');
}
