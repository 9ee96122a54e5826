import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const { O_RDONLY } = constants;
/** Windows has neither named pipes among its files nor this flag. */
const O_NONBLOCK = constants.O_NONBLOCK ?? 0;

/**
 * Opens a file for reading without waiting: a named pipe in its place must not hold anybody up, as one
 * that nobody writes to would. Links are followed.
 *
 * Errors: rejects with the file system's error. What was opened may still be a directory or a pipe.
 */
export function openToRead(path: string): Promise<FileHandle> {
  return open(path, O_RDONLY | O_NONBLOCK);
}
