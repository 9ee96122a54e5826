import { openToRead } from './open-to-read.ts';

/** What a part of a file is read into at first. */
const FIRST_BYTES = 16 * 1024;

/**
 * The first bytes of a regular file, `maxBytes` at most: one more than a file may have shows that it is
 * too long. Never waits, whatever is at the path.
 *
 * Errors: rejects with the file system's error, EISDIR for a directory, or with a NoRegularFileError.
 */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    const pieces: Buffer[] = [];
    let length = 0;
    let pieceBytes = FIRST_BYTES;
    while (length < maxBytes) {
      const piece = Buffer.alloc(Math.min(pieceBytes, maxBytes - length));
      const { bytesRead } = await file.read(piece, 0, piece.length);
      if (bytesRead === 0) break;
      pieces.push(piece.subarray(0, bytesRead));
      length += bytesRead;
      pieceBytes *= 2;
    }
    return Buffer.concat(pieces, length);
  } finally {
    await file.close();
  }
}
