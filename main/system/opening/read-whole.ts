import type { FileHandle } from 'node:fs/promises';
import { FileReasonError } from '../file-reason.ts';
import { openToRead } from './open-to-read.ts';

/** What a part of a file is read into at first. */
const FIRST_BYTES = 16 * 1024;

/**
 * All of a file that has no more than `maxBytes`. Never waits, whatever is at the path; a pipe that nobody
 * writes to is empty.
 *
 * Errors: rejects with the file system's error, EISDIR for a directory, or with a FileReasonError for a
 *         longer file, of which no more is read than shows that.
 */
export async function readWhole(path: string, maxBytes: number): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    return await readWithin(file, maxBytes);
  } finally {
    await file.close();
  }
}

/** The same of a file that is open. */
export async function readWithin(file: FileHandle, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  let pieceBytes = FIRST_BYTES;
  for (;;) {
    const piece = Buffer.alloc(Math.min(pieceBytes, maxBytes + 1 - length));
    const { bytesRead } = await file.read(piece, 0, piece.length);
    if (bytesRead === 0) return Buffer.concat(pieces, length);
    pieces.push(piece.subarray(0, bytesRead));
    length += bytesRead;
    if (length > maxBytes) throw new FileReasonError({ kind: 'too-long', limitBytes: maxBytes });
    pieceBytes *= 2;
  }
}
