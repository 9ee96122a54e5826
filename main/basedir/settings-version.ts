import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTRAS_FILENAME, TAC_FILENAME } from '../system/base-directory-files.ts';

/** Changes with the contents of a directory's settings files; it reveals nothing of what is in them. */
export async function settingsVersion(dir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [TAC_FILENAME, EXTRAS_FILENAME]) {
    const bytes = await readFile(join(dir, name)).catch(() => Buffer.from('missing'));
    hash.update(`${name} ${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}
