import type { FileHandle } from 'node:fs/promises';
import { codeOf } from '../../lib/message-of.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';
import { LineIndex } from './line-index.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * One file of a log that is held open, so that it stays the same one however it is renamed, with the
 * index of its lines.
 */
export class LogSource {
  /** The same for one file as long as it is held. */
  readonly id: string;
  readonly handle: FileHandle;
  #index = new LineIndex();
  #size: number;
  #uses = 0;
  #isUnwanted = false;

  private constructor(id: string, handle: FileHandle, size: number) {
    this.id = id;
    this.handle = handle;
    this.#size = size;
  }

  /**
   * Undefined for a file that is gone meanwhile.
   *
   * Errors: the file system's error for a file that cannot be read.
   */
  static async open(path: string): Promise<LogSource | undefined> {
    try {
      const handle = await openToRead(path);
      const { dev, ino, size } = await handle.stat();
      return new LogSource(`${dev}:${ino}`, handle, size);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  get index(): LineIndex {
    return this.#index;
  }

  /** Bytes of the file when it was looked at last. */
  get size(): number {
    return this.#size;
  }

  /** Looks at the file's size; true when it was cut, so that nothing known of it holds any more. */
  async look(): Promise<boolean> {
    const { size } = await this.handle.stat();
    this.#size = size;
    if (size >= this.#index.size) return false;
    this.#index = new LineIndex();
    return true;
  }

  /** Indexes what is new in pieces, and lets others work in between; stops at an abort. */
  async catchUp(signal: AbortSignal, advanced: (bytes: number) => void): Promise<void> {
    const index = this.#index;
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    while (index.size < this.#size && !signal.aborted) {
      const wanted = Math.min(chunk.length, this.#size - index.size);
      const { bytesRead } = await this.handle.read(chunk, 0, wanted, index.size);
      if (bytesRead === 0) return;
      index.add(chunk.subarray(0, bytesRead));
      advanced(bytesRead);
    }
  }

  /** Keeps the file open while it is read, even when it is closed meanwhile. */
  async use<T>(work: (handle: FileHandle) => Promise<T>): Promise<T> {
    this.#uses += 1;
    try {
      return await work(this.handle);
    } finally {
      this.#uses -= 1;
      if (this.#isUnwanted && this.#uses === 0) await this.handle.close();
    }
  }

  /** Lets the file go, once nobody reads it. */
  async close(): Promise<void> {
    if (this.#isUnwanted) return;
    this.#isUnwanted = true;
    if (this.#uses === 0) await this.handle.close();
  }
}
