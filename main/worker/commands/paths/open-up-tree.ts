import { chmod, readdir, stat } from 'node:fs/promises';
import { openDirectory } from '../../../system/opening/open-directory.ts';

const ALL_FOR_THE_OWNER = 0o700;
/** Each level holds a directory; a way of more names than this is longer than any path may be. */
const DEEPEST = 512;

/**
 * Gives the owner every permission on the directories of a tree, so that it can be removed. Follows no
 * link; what cannot be opened up stays as it is.
 */
export async function openUpTree(path: string | Buffer, depth = 0): Promise<void> {
  const directory = await openDirectory(path).catch(() => undefined);
  if (!directory) return;
  try {
    // Followed by name this would be a link's target; a held directory is itself.
    const { mode } = await stat(directory.path);
    if ((mode & ALL_FOR_THE_OWNER) !== ALL_FOR_THE_OWNER) {
      await chmod(directory.path, (mode & 0o7777) | ALL_FOR_THE_OWNER);
    }
    if (depth === DEEPEST) return;
    const reach = Buffer.from(`${directory.path}/`);
    for (const entry of await readdir(directory.path, {
      withFileTypes: true,
      encoding: 'buffer',
    })) {
      if (entry.isDirectory()) await openUpTree(Buffer.concat([reach, entry.name]), depth + 1);
    }
  } catch {
    // Removing it reports what is wrong.
  } finally {
    await directory.close();
  }
}
