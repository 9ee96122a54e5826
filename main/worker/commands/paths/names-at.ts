import type { Dirent } from 'node:fs';
import { opendir, realpath } from 'node:fs/promises';
import { INFO_DIRNAME, isOwnEntry } from '../../../system/base-directory-files.ts';
import { openDirectory } from '../../../system/opening/open-directory.ts';
import type { Place } from './find-place.ts';
import { requireFewNames } from './require-few-names.ts';

/** Entries that are read at a time, so that none of a large directory's holds up everything else. */
const READ_AT_ONCE = 1_000;
/** More stay in the system's order: sorting them would hold up everything, too. */
const MOST_SORTED = 20_000;

/**
 * What is in the directory at a place. The worker's own files are not shown: they are no master's. That
 * there is an `info` is: a master over MessagePack looks for it at each attachment.
 *
 * Errors: rejects as the system does, or with a CommandLimitError for more than one answer holds.
 */
export async function entriesAt(place: Place, basedir: string): Promise<Dirent[]> {
  const directory = await openDirectory(place.path);
  try {
    const isBasedir = place.real === (await realpath(basedir));
    const entries: Dirent[] = [];
    for await (const entry of await opendir(directory.path, { bufferSize: READ_AT_ONCE })) {
      if (isBasedir && entry.name !== INFO_DIRNAME && isOwnEntry(entry.name)) continue;
      entries.push(entry);
      requireFewNames(entries.length);
    }
    return entries.length > MOST_SORTED ? entries : entries.sort(byName);
  } finally {
    await directory.close();
  }
}

/** `entriesAt`, without what they are. */
export async function namesAt(place: Place, basedir: string): Promise<string[]> {
  return (await entriesAt(place, basedir)).map(({ name }) => name);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
