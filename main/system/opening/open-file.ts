import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf } from '../../lib/message-of.ts';
import { NoRegularFileError } from './no-regular-file-error.ts';

export interface OpenedFile {
  readonly file: FileHandle;
  /** Of what was opened, whatever has the name by now. */
  readonly stats: BigIntStats;
}

/**
 * Keeps an open from waiting for whoever may come to the other end of a pipe, and a terminal from becoming
 * this process's own. Windows has neither flag, nor what they keep out.
 */
export const WITHOUT_WAITING = (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens what others can make, without waiting. What is not accepted is closed again.
 *
 * Errors: rejects with the file system's error, or with a NoRegularFileError.
 */
export async function openFile(
  path: string | Buffer,
  flags: number,
  accepts: (stats: BigIntStats) => boolean,
  mode?: number,
): Promise<OpenedFile> {
  const file = await openWithoutWaiting(path, flags, mode);
  try {
    const stats = await file.stat({ bigint: true });
    if (!accepts(stats)) throw new NoRegularFileError(path);
    return { file, stats };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openWithoutWaiting(
  path: string | Buffer,
  flags: number,
  mode: number | undefined,
): Promise<FileHandle> {
  try {
    return await open(path, flags | WITHOUT_WAITING, mode);
  } catch (error) {
    // A socket, or a pipe that nobody reads.
    if (codeOf(error) === 'ENXIO') throw new NoRegularFileError(path);
    throw error;
  }
}
