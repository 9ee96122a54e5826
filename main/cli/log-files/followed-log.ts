import { watch } from 'node:fs';
import { codeOf } from '../../lib/message-of.ts';
import { type LogFile, logFilesOf } from '../../logging/log-files.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';

/** Not every file system announces changes. */
const LOOK_EVERY_MS = 1_000;
const MAX_MISSED = 3;
const PIECE_BYTES = 64 * 1024;

/** A log that is read as it grows, through every rotation. */
export class FollowedLog {
  readonly #dir: string;
  readonly #by: LogFile['by'];
  /** The file that is being read, by its number in the file system; rotation changes its name. */
  #inode: number | undefined;
  #end: number;
  #missed = 0;

  /** Begins at `end` of the newest file; one that is undefined has yet to be made. */
  constructor(dir: string, newest: LogFile | undefined, end: number) {
    this.#dir = dir;
    this.#by = newest?.by ?? 'buildtray';
    this.#inode = newest?.inode;
    this.#end = end;
  }

  /** Copies what was written since the last time. Errors: what the file system reports. */
  async copyTo(write: (bytes: Uint8Array) => void): Promise<void> {
    const files = await this.#settledFiles();
    if (files === undefined) return;
    const at = files.findIndex(({ inode }) => inode === this.#inode);
    this.#missed = at === -1 ? this.#missed + 1 : 0;
    // A list that was made while files were renamed may lack one; the next look shows.
    if (this.#inode !== undefined && this.#missed > 0 && this.#missed < MAX_MISSED) return;
    // One that stays away was removed by rotation: what followed it is new.
    const unread = files.slice(0, at === -1 ? files.length : at + 1).toReversed();
    // After one that was just renamed nothing may be read: its own end would be passed over.
    for (const file of unread) if (!(await this.#hasCopied(file, write))) return;
  }

  /** Resolves soon after the log may have changed, and when `signal` aborts. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const abort = new AbortController();
      const done = (): void => {
        clearTimeout(timer);
        abort.abort();
        resolve();
      };
      const timer = setTimeout(done, LOOK_EVERY_MS);
      signal.addEventListener('abort', done, { signal: abort.signal });
      if (signal.aborted) return done();
      try {
        const watcher = watch(this.#dir, { signal: abort.signal }, done);
        watcher.on('error', () => {});
      } catch {
        // Looking every so often has to do.
      }
    });
  }

  /** Newest first; undefined in the middle of a rotation, where a list may lack a file. */
  async #settledFiles(): Promise<readonly LogFile[] | undefined> {
    const [first, second] = [await this.#files(), await this.#files()];
    const isSettled =
      first.length === second.length &&
      first.every(({ path, inode }, at) => second[at]?.path === path && second[at].inode === inode);
    return isSettled ? second : undefined;
  }

  async #files(): Promise<readonly LogFile[]> {
    return (await logFilesOf(this.#dir)).filter(({ by }) => by === this.#by);
  }

  /** False for a file that was renamed just now: the next look finds it under its new name. */
  async #hasCopied({ path, inode }: LogFile, write: (bytes: Uint8Array) => void): Promise<boolean> {
    try {
      const file = await openToRead(path);
      try {
        const isSame = (await file.stat()).ino === inode;
        if (!isSame) return false;
        if (inode !== this.#inode) this.#end = 0;
        this.#inode = inode;
        for (;;) {
          const { buffer, bytesRead } = await file.read(
            Buffer.alloc(PIECE_BYTES),
            0,
            PIECE_BYTES,
            this.#end,
          );
          if (bytesRead === 0) return true;
          this.#end += bytesRead;
          write(buffer.subarray(0, bytesRead));
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      return false;
    }
  }
}
