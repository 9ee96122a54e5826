import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this system keeps what a program writes down by itself, for this user. */
export function stateFolder(env: Environment, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Buildtray');
  if (platform === 'win32') return join(localAppData(env), 'Buildtray');
  return xdgFolder(env.XDG_STATE_HOME, ['.local', 'state']);
}

/** Where this system keeps what a program can make again, for this user. */
export function cacheFolder(env: Environment, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Buildtray');
  if (platform === 'win32') return join(localAppData(env), 'Buildtray', 'Cache');
  return xdgFolder(env.XDG_CACHE_HOME, ['.cache']);
}

function localAppData(env: Environment): string {
  return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
}

/** Only an absolute path counts: https://specifications.freedesktop.org/basedir-spec/. */
function xdgFolder(set: string | undefined, otherwise: readonly string[]): string {
  const folder = set !== undefined && isAbsolute(set) ? set : join(homedir(), ...otherwise);
  return join(folder, 'buildtray');
}
