import type { Writable } from 'node:stream';
import { codeOf } from '../../lib/message-of.ts';

/**
 * A stream of the process that may fail at any time: somebody closes the pipe, the terminal goes away,
 * the disk is full. What cannot be written is dropped, and the program goes on.
 */
export class Output {
  readonly #stream: Writable;
  readonly #lost = new AbortController();
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    // Without a listener the first failed write would end the program, or be reported to itself for ever.
    stream.on('error', () => this.#lost.abort());
  }

  /** Aborted once nothing can be written any more. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Why something that somebody asked for was not written; undefined where its reader went away. */
  get failure(): Error | undefined {
    return codeOf(this.#failure) === 'EPIPE' ? undefined : this.#failure;
  }

  write(text: string | Uint8Array): void {
    this.#write(text, (error) => {
      this.#failure ??= error;
    });
  }

  /** As `write`, but whether it succeeds is of no interest. */
  echo(text: string): void {
    this.#write(text, () => {});
  }

  /** Resolves when everything is written, or cannot be: a pipe may not have taken it all yet. */
  flush(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#lost.signal.aborted) resolve();
      else this.#stream.write('', () => resolve());
    });
  }

  #write(text: string | Uint8Array, onFailure: (error: Error) => void): void {
    if (this.#lost.signal.aborted) return;
    this.#stream.write(text, (error) => {
      if (!error) return;
      onFailure(error);
      this.#lost.abort();
    });
  }
}
