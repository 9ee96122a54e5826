/** Bytes that may wait for the disk while it writes others. */
const MOST_WAITING_BYTES = 512 * 1024;

/**
 * Writes blocks to a file while further ones arrive: what comes while the disk is busy is written in
 * one go, within a bound, so that neither waits for the other block by block.
 */
export class WriteBehind {
  readonly #write: (blocks: readonly Uint8Array[]) => Promise<void>;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** `write` is called with blocks in order, and not again before it has settled. */
  constructor(write: (blocks: readonly Uint8Array[]) => Promise<void>) {
    this.#write = write;
  }

  /** Settles once a further block may be added. Errors: rejects with what a write was refused with. */
  async add(block: Uint8Array): Promise<void> {
    this.#waiting.push(block);
    this.#waitingBytes += block.length;
    this.#writing ??= this.#writeAll();
    if (this.#waitingBytes >= MOST_WAITING_BYTES) await this.#writing;
    this.#throwFailure();
  }

  /** Settles when everything is written. Errors: rejects with what a write was refused with. */
  async settle(): Promise<void> {
    await this.#writing;
    this.#throwFailure();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#failure) {
      const blocks = this.#waiting;
      this.#waiting = [];
      this.#waitingBytes = 0;
      try {
        await this.#write(blocks);
      } catch (error) {
        this.#failure = { error };
      }
    }
    this.#writing = undefined;
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
