import { type FileHandle, lstat, stat } from 'node:fs/promises';
import type { Clock, Timer } from '../../lib/clock.ts';
import { openRegularFile } from '../../system/opening/open-regular-file.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';

/** What to watch, and what to do with it. */
export interface LogFileWatcherOptions {
  readonly path: string;
  /** Sends only what is appended after the watcher was created. */
  readonly isFollowed: boolean;
  readonly clock: Clock;
  /**
   * Does something with the file by a path that is free of links, and rejects for one that is outside of where
   * builds are enclosed. Default: links are followed wherever they lead.
   */
  readonly within?:
    | ((path: string, work: (path: string) => Promise<boolean>) => Promise<boolean>)
    | undefined;
  /** Bytes in fresh memory each time. */
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** Between two looks, as in the Python worker. */
const POLL_INTERVAL_MS = 2000;
const BLOCK_SIZE = 64 * 1024;

interface FileFacts {
  readonly sizeBytes: number;
  readonly changed: string;
  readonly identity: string;
}

/**
 * Sends what a program writes into a log file, which may not exist yet, may be replaced, or may be
 * left over from an earlier command: then it counts only once it changes.
 *
 * Unlike the Python worker it goes by the size at the start and so loses no lines of a followed
 * file, and it notices when a file was truncated or replaced.
 *
 * Source: buildbot_worker, runprocess.py, LogFileWatcher.
 */
export class LogFileWatcher {
  readonly #options: LogFileWatcherOptions;
  #before: FileFacts | undefined;
  #file: { readonly handle: FileHandle; readonly identity: string } | undefined;
  #position = 0;
  #timer: Timer | undefined;
  #polling: Promise<void> = Promise.resolve();
  #paused: { readonly resumed: Promise<void>; readonly resume: () => void } | undefined;
  #isStopped = false;

  constructor(options: LogFileWatcherOptions) {
    this.#options = options;
  }

  /** Remembers what is there already; to be awaited before the program starts. */
  async prepare(): Promise<void> {
    const { path, within } = this.#options;
    const remember = async (at: string): Promise<boolean> => {
      this.#before = await factsOf(at, within !== undefined);
      return true;
    };
    // What may not be read is not there.
    await (within ? within(path, remember).catch(() => false) : remember(path));
  }

  start(): void {
    this.#timer = this.#options.clock.setTimer(POLL_INTERVAL_MS, () => {
      this.#polling = this.#poll();
      void this.#polling.then(() => {
        if (!this.#isStopped) this.start();
      });
    });
  }

  pause(): void {
    if (this.#paused) return;
    let resume = (): void => {};
    const resumed = new Promise<void>((resolve) => {
      resume = resolve;
    });
    this.#paused = { resumed, resume };
  }

  resume(): void {
    this.#paused?.resume();
    this.#paused = undefined;
  }

  /** Sends what is left and closes the file. */
  async stop(): Promise<void> {
    this.#timer?.cancel();
    this.#isStopped = true;
    await this.#polling;
    await this.#poll();
    await this.#close();
  }

  /** Closes the file without another look. */
  async abandon(): Promise<void> {
    this.#timer?.cancel();
    this.#isStopped = true;
    this.resume();
    await this.#polling;
    await this.#close();
  }

  /** A file that cannot be read now may be readable at the next look. */
  async #poll(): Promise<void> {
    try {
      if (await this.#findFile()) await this.#sendNew();
    } catch {
      await this.#close();
    }
  }

  #findFile(): Promise<boolean> {
    const { path, within } = this.#options;
    return within ? within(path, (at) => this.#findAt(at)) : this.#findAt(path);
  }

  async #findAt(path: string): Promise<boolean> {
    const { isFollowed, within } = this.#options;
    const facts = await factsOf(path, within !== undefined);
    if (facts === undefined) {
      // Deleted to be written again: whatever appears under this name is the program's.
      if (!this.#file) this.#before = undefined;
      return this.#file !== undefined;
    }
    if (this.#file?.identity === facts.identity) {
      if (facts.sizeBytes < this.#position) this.#position = 0;
      return true;
    }
    if (!this.#file && this.#before?.changed === facts.changed) return false;
    await this.#finishOldFile();
    const isSameFile = this.#before?.identity === facts.identity;
    const oldSize = isSameFile && isFollowed ? (this.#before?.sizeBytes ?? 0) : 0;
    this.#position = oldSize <= facts.sizeBytes ? oldSize : 0;
    this.#before = undefined;
    this.#file = { handle: await open(path, within !== undefined), identity: facts.identity };
    return true;
  }

  /** What was written to a file before another took its name. */
  async #finishOldFile(): Promise<void> {
    if (!this.#file) return;
    await this.#sendNew();
    await this.#close();
  }

  async #sendNew(): Promise<void> {
    for (;;) {
      await this.#paused?.resumed;
      const block = Buffer.allocUnsafeSlow(BLOCK_SIZE);
      const read = await this.#file?.handle.read(block, 0, BLOCK_SIZE, this.#position);
      if (!read?.bytesRead) return;
      this.#position += read.bytesRead;
      this.#options.onBytes(block.subarray(0, read.bytesRead));
    }
  }

  async #close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.handle.close();
  }
}

async function open(path: string, isFreeOfLinks: boolean): Promise<FileHandle> {
  return isFreeOfLinks ? (await openRegularFile(path)).file : openToRead(path);
}

/** `isFreeOfLinks`: a link at the end is none of the path, and no file. */
async function factsOf(path: string, isFreeOfLinks: boolean): Promise<FileFacts | undefined> {
  try {
    const facts = await (isFreeOfLinks ? lstat : stat)(path, { bigint: true });
    if (!facts.isFile()) return undefined;
    return {
      sizeBytes: Number(facts.size),
      changed: `${facts.ctimeNs} ${facts.mtimeNs} ${facts.size}`,
      identity: `${facts.dev} ${facts.ino}`,
    };
  } catch {
    return undefined;
  }
}
