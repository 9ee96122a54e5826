import { openToRead } from './open-to-read.ts';

/**
 * The first bytes of a file, `maxBytes` at most: one more than a file may have shows that it is too long.
 * Never waits, whatever is at the path; a pipe that nobody writes to is empty.
 *
 * Errors: rejects with the file system's error, EISDIR for a directory.
 */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    const buffer = Buffer.alloc(maxBytes);
    let length = 0;
    while (length < maxBytes) {
      const { bytesRead } = await file.read(buffer, length, maxBytes - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}
