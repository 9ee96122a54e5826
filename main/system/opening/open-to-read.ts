import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { systemError } from './open-directory.ts';
import { openFile } from './open-file.ts';

/**
 * Opens a regular file for reading, links followed, and nothing else: a named pipe or a device in its
 * place must not hold anybody up, nor be read without end.
 *
 * Errors: rejects with the file system's error, EISDIR for a directory, or with a NoRegularFileError.
 */
export async function openToRead(path: string): Promise<FileHandle> {
  const { file } = await openFile(path, constants.O_RDONLY, (stats) => {
    if (stats.isDirectory()) throw systemError('EISDIR', path);
    return stats.isFile();
  });
  return file;
}
