import { isUtf8 } from 'node:buffer';
import { lstat, readlink, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { systemError } from './open-directory.ts';

/**
 * A path to what `path` means, which is no link itself, and free of links wherever that can be written as
 * text: a directory whose name is no UTF-8 can only be reached by a link.
 *
 * Errors: rejects as the system calls do; EILSEQ for a link to a name that is no UTF-8.
 */
export async function realPath(path: string): Promise<string> {
  const real = await realpath(path, { encoding: 'buffer' });
  if (isUtf8(real)) return real.toString();
  if (!(await lstat(path)).isSymbolicLink()) return path;
  const target = await readlink(path, { encoding: 'buffer' });
  if (!isUtf8(target)) throw systemError('EILSEQ', path);
  // It ends: the system has followed these links above.
  return realPath(resolve(dirname(path), target.toString()));
}
