import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const { O_RDONLY } = constants;
/** Windows has none of these flags, nor what they keep out. */
const O_NONBLOCK = constants.O_NONBLOCK ?? 0;
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0;
const O_NOCTTY = constants.O_NOCTTY ?? 0;

/** There is something else than a regular file. */
class NoRegularFileError extends Error {
  override readonly name = 'NoRegularFileError';
  readonly code = 'NO_REGULAR_FILE';
}

export interface OpenedFile {
  readonly file: FileHandle;
  /** Of what was opened, whatever has the name by now. */
  readonly stats: BigIntStats;
}

/**
 * Opens a regular file for reading, and nothing else: not what a link leads to, no named pipe that would
 * keep a thread until somebody writes to it, no terminal and no device.
 *
 * Errors: rejects with the file system's error, or with a NoRegularFileError.
 */
export async function openRegularFile(path: string | Buffer): Promise<OpenedFile> {
  const file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
  try {
    const stats = await file.stat({ bigint: true });
    if (!stats.isFile()) throw new NoRegularFileError(`no regular file: ${path.toString()}`);
    return { file, stats };
  } catch (error) {
    await file.close();
    throw error;
  }
}
