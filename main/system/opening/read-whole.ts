import { FileReasonError } from '../file-reason.ts';
import { readBounded } from './read-bounded.ts';

/**
 * All of a regular file that has no more than `maxBytes`. Never waits, whatever is at the path.
 *
 * Errors: rejects as `readBounded` does, or with a FileReasonError for a longer file, of which no more is
 *         read than shows that.
 */
export async function readWhole(path: string, maxBytes: number): Promise<Buffer> {
  const start = await readBounded(path, maxBytes + 1);
  if (start.length <= maxBytes) return start;
  throw new FileReasonError({ kind: 'too-long', limitBytes: maxBytes });
}
