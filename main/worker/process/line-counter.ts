const CR = 0x0d;
const LF = 0x0a;

/** Counts line ends in bytes that may be cut anywhere: `\n`, `\r` and `\r\n`, which is one. */
export class LineCounter {
  #lines = 0;
  #endedWithCr = false;

  get lines(): number {
    return this.#lines;
  }

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === CR || (byte === LF && !this.#endedWithCr)) this.#lines += 1;
      this.#endedWithCr = byte === CR;
    }
  }
}
