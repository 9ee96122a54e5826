import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EXTRAS_FILENAME, TAC_FILENAME } from '../system/base-directory-files.ts';
import { readBounded } from '../system/opening/read-bounded.ts';

/** More than either of them may have. */
const MAX_BYTES = 1024 * 1024;

/** Changes with the contents of a directory's settings files; it reveals nothing of what is in them. */
export async function settingsVersion(dir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [TAC_FILENAME, EXTRAS_FILENAME]) {
    const bytes = await readBounded(join(dir, name), MAX_BYTES).catch(() => Buffer.from('missing'));
    hash.update(`${name} ${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}
