import { constants } from 'node:fs';
import { type OpenedFile, openFile } from './open-file.ts';

const { O_WRONLY, O_APPEND, O_CREAT } = constants;

/**
 * Opens a file for adding to its end, links followed, and makes it with `mode` where there is none. A
 * character device is accepted, as `/dev/null` is for a log that nobody wants; a named pipe is not.
 *
 * Errors: rejects with the file system's error, or with a NoRegularFileError.
 */
export function openToAppend(path: string, mode: number): Promise<OpenedFile> {
  const accepts: Parameters<typeof openFile>[2] = (stats) =>
    stats.isFile() || stats.isCharacterDevice();
  return openFile(path, O_WRONLY | O_APPEND | O_CREAT, accepts, mode);
}
