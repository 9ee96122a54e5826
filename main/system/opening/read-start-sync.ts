import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { NoRegularFileError } from './no-regular-file-error.ts';
import { WITHOUT_WAITING } from './open-file.ts';

export interface FileStart {
  /** Fewer than were asked for where the file has no more. */
  readonly bytes: Buffer;
  readonly fileBytes: number;
}

/**
 * The first bytes of a regular file, links followed, for what cannot wait: the end of the process, and
 * what has to happen before a program starts.
 *
 * Errors: throws the file system's error, or a NoRegularFileError.
 */
export function readStartSync(path: string | Uint8Array, maxBytes: number): FileStart {
  const fd = openSync(Buffer.from(path), constants.O_RDONLY | WITHOUT_WAITING);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new NoRegularFileError(path);
    const bytes = Buffer.alloc(maxBytes);
    const length = readSync(fd, bytes, 0, maxBytes, 0);
    return { bytes: bytes.subarray(0, length), fileBytes: stats.size };
  } finally {
    closeSync(fd);
  }
}
