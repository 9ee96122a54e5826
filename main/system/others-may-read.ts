import { stat } from 'node:fs/promises';

/**
 * Whether other users of this machine can read a file; nobody can read one that is not there. Windows
 * has other means for that, which are not checked.
 */
export async function othersMayRead(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  try {
    return ((await stat(path)).mode & 0o077) !== 0;
  } catch {
    return false;
  }
}
