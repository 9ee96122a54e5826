import { statfs } from 'node:fs/promises';

/** How much room there is where a directory is; undefined for one that cannot be looked at. */
export async function freeBytesOf(dir: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
