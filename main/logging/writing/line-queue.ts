const MAX_BATCH_BYTES = 64 * 1024;
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/**
 * Lines on their way into a file. Too many at a time and the newest are lost, which a line in their place
 * reports; what a write has left of a batch is given again.
 */
export class LineQueue {
  readonly #lines: Buffer[] = [];
  #addedBytes = 0;
  #writtenBytes = 0;
  #lost = 0;
  /** The first of `#lines` has begun to be written. */
  #isInsideLine = false;

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get isInsideLine(): boolean {
    return this.#isInsideLine;
  }

  /** Where the queue ends now, and how far it has been written: both only grow. */
  get addedBytes(): number {
    return this.#addedBytes;
  }

  get writtenBytes(): number {
    return this.#writtenBytes;
  }

  /** How long the next line is; 0 when there is none. */
  get firstBytes(): number {
    return this.#lines[0]?.length ?? 0;
  }

  add(line: string): void {
    if (this.#addedBytes - this.#writtenBytes >= MAX_WAITING_BYTES) {
      this.#lost += 1;
      return;
    }
    this.#reportLost();
    this.#push(line);
  }

  /** The next lines, one at least, and together no longer than `room` if there are more. */
  batch(room: number): Uint8Array {
    const most = Math.min(room, MAX_BATCH_BYTES);
    let bytes = this.firstBytes;
    let count = 1;
    while (bytes + this.#length(count) <= most && count < this.#lines.length) {
      bytes += this.#length(count);
      count += 1;
    }
    return Buffer.concat(this.#lines.slice(0, count));
  }

  /** So many bytes of the last batch have left. */
  written(bytes: number): void {
    this.#writtenBytes += bytes;
    let left = bytes;
    let count = 0;
    while (count < this.#lines.length && left >= this.#length(count)) {
      left -= this.#length(count);
      count += 1;
    }
    this.#lines.splice(0, count);
    const [first] = this.#lines;
    if (left > 0 && first) this.#lines[0] = first.subarray(left);
    this.#isInsideLine = left > 0 || (count === 0 && this.#isInsideLine);
    if (this.isEmpty) this.#reportLost();
  }

  #length(at: number): number {
    return this.#lines[at]?.length ?? 0;
  }

  #reportLost(): void {
    if (this.#lost === 0) return;
    const what = this.#lost === 1 ? 'one line was' : `${this.#lost} lines were`;
    this.#lost = 0;
    this.#push(`(${what} lost here, since the log could not be written)\n`);
  }

  #push(line: string): void {
    const bytes = Buffer.from(line);
    this.#lines.push(bytes);
    this.#addedBytes += bytes.length;
  }
}
