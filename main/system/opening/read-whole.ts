import type { FileHandle } from 'node:fs/promises';
import { FileReasonError } from '../file-reason.ts';
import { readBounded, readStart } from './read-bounded.ts';

/**
 * All of a file that has no more than `maxBytes`. Never waits, whatever is at the path; a pipe that nobody
 * writes to is empty.
 *
 * Errors: rejects with the file system's error, EISDIR for a directory, or with a FileReasonError for a
 *         longer file, of which no more is read than shows that.
 */
export async function readWhole(path: string, maxBytes: number): Promise<Buffer> {
  return requireWhole(await readBounded(path, maxBytes + 1), maxBytes);
}

/** The same of a file that is open. */
export async function readWithin(file: FileHandle, maxBytes: number): Promise<Buffer> {
  return requireWhole(await readStart(file, maxBytes + 1), maxBytes);
}

function requireWhole(start: Buffer, maxBytes: number): Buffer {
  if (start.length <= maxBytes) return start;
  throw new FileReasonError({ kind: 'too-long', limitBytes: maxBytes });
}
