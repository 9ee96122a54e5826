import { constants } from 'node:fs';
import { type OpenedFile, openFile } from './open-file.ts';

const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0;

/**
 * Opens a regular file for reading, and nothing else: not what a link leads to, no named pipe that would
 * keep a thread until somebody writes to it, no terminal and no device.
 *
 * Errors: rejects with the file system's error, or with a NoRegularFileError.
 */
export function openRegularFile(path: string | Buffer): Promise<OpenedFile> {
  return openFile(path, constants.O_RDONLY | O_NOFOLLOW, (stats) => stats.isFile());
}
