import { mkdirSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { codeOf } from '../../../lib/message-of.ts';
import { systemError } from '../../../system/opening/open-directory.ts';
import { withUmask } from '../../with-umask.ts';
import { type Place, withParents } from './find-place.ts';

/**
 * Makes a directory with its parents; one that exists is fine.
 *
 * Errors: rejects as the system does. A link to nothing is in the way, as it is for Python.
 */
export async function makeDirectoryAt(place: Place, umask: number | undefined): Promise<void> {
  if (place.dangling === 'last') throw systemError('EEXIST', place.real);
  if (place.dangling === 'before') throw systemError('ENOENT', place.real);
  await withParents(place, umask, async ({ path }) => {
    try {
      withUmask(umask, () => mkdirSync(path));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || !(await lstat(path)).isDirectory()) throw error;
    }
  });
}
