import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { INFO_DIRNAME, isOwnEntry } from '../../../system/base-directory-files.ts';
import { openDirectory } from '../../../system/opening/open-directory.ts';
import type { Place } from './find-place.ts';
import { requireFewNames } from './require-few-names.ts';

/**
 * What is in the directory at a place. The worker's own files are not shown: they are no master's. That
 * there is an `info` is: a master over MessagePack looks for it at each attachment.
 *
 * Errors: rejects as the system does.
 */
export async function entriesAt(place: Place, basedir: string): Promise<Dirent[]> {
  const directory = await openDirectory(place.path);
  try {
    const entries = await readdir(directory.path, { withFileTypes: true });
    const isBasedir = place.real === (await realpath(basedir));
    if (!isBasedir) return entries;
    return entries.filter(({ name }) => name === INFO_DIRNAME || !isOwnEntry(name));
  } finally {
    await directory.close();
  }
}

/** `entriesAt`, for an answer. Errors: also a CommandLimitError where they are too many for one. */
export async function namesAt(place: Place, basedir: string): Promise<string[]> {
  const names = (await entriesAt(place, basedir)).map(({ name }) => name);
  requireFewNames(names.length);
  return names;
}
