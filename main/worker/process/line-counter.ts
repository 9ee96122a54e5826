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
    // Local variables: this runs once per byte of output.
    let lines = 0;
    let before = this.#endedWithCr ? CR : 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === CR || (byte === LF && before !== CR)) lines += 1;
      before = byte;
    }
    this.#lines += lines;
    this.#endedWithCr = before === CR;
  }
}
