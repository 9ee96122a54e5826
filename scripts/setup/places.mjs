// Where the scripts keep what they fetch or make.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** Small notes about this checkout; goes away with node_modules. */
export const notesDir = path.join(projectDir, 'node_modules/.cache/buildtray');

/**
 * The folder outside the tree for large things that survive a fresh clone.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 */
export function cacheDirFrom(env = process.env, home = os.homedir()) {
  // The specification of XDG says that a relative path is to be ignored.
  const given = env.XDG_CACHE_HOME;
  const base = given && path.isAbsolute(given) ? given : path.join(home, '.cache');
  return path.join(base, 'buildtray');
}
