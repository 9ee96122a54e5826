import { MOST_BLOCKS_IN_FLIGHT, MOST_BYTES_IN_FLIGHT } from './transfer-limits.ts';

/**
 * Writes blocks to the master without waiting for each answer, within a bound: the distance to the
 * master then costs little, and memory stays flat.
 */
export class WriteWindow {
  readonly #write: (block: Uint8Array) => Promise<void>;
  #blocksInFlight = 0;
  #bytesInFlight = 0;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(write: (block: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  /** Settles once a block of `sizeBytes` may leave. Errors: rejects with the first failed answer. */
  async room(sizeBytes: number): Promise<void> {
    while (this.#failure === undefined && !this.#fits(sizeBytes)) await this.#nextAnswer();
    this.#throwFailure();
  }

  /** Sends a block; to be called after `room`. Its failure shows in the next `room` or `settle`. */
  send(block: Uint8Array): void {
    this.#blocksInFlight += 1;
    this.#bytesInFlight += block.length;
    this.#write(block)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#blocksInFlight -= 1;
        this.#bytesInFlight -= block.length;
        this.#wake();
      });
  }

  /** Settles when every block was answered. Errors: rejects with the first failed answer. */
  async settle(): Promise<void> {
    while (this.#blocksInFlight > 0) await this.#nextAnswer();
    this.#throwFailure();
  }

  #fits(sizeBytes: number): boolean {
    if (this.#blocksInFlight === 0) return true;
    if (this.#blocksInFlight >= MOST_BLOCKS_IN_FLIGHT) return false;
    return this.#bytesInFlight + sizeBytes <= MOST_BYTES_IN_FLIGHT;
  }

  #nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
