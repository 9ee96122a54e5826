import type { CommandOutput } from '../contract/worker-status.ts';

const MAX_LENGTH = 256 * 1024;

/** The last output, oldest first; what is too much falls out at the old end. */
export class OutputRing {
  readonly #maxLength: number;
  #pieces: CommandOutput[] = [];
  #length = 0;

  /** `maxLength` in characters. */
  constructor(maxLength = MAX_LENGTH) {
    this.#maxLength = maxLength;
  }

  get pieces(): readonly CommandOutput[] {
    return this.#pieces;
  }

  add(output: CommandOutput): void {
    const text = output.text.slice(-this.#maxLength);
    this.#pieces.push(text === output.text ? output : { ...output, text });
    this.#length += text.length;
    let dropped = 0;
    while (this.#length > this.#maxLength) {
      this.#length -= this.#pieces[dropped]?.text.length ?? 0;
      dropped += 1;
    }
    if (dropped > 0) this.#pieces.splice(0, dropped);
  }

  /** Keeps what these builders printed. */
  keepOnly(builderNames: readonly string[]): void {
    this.#pieces = this.#pieces.filter(({ builderName }) => builderNames.includes(builderName));
    this.#length = this.#pieces.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Everything in it, which is gone from it then. */
  take(): readonly CommandOutput[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#length = 0;
    return pieces;
  }
}
