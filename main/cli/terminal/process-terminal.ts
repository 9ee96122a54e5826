import { text } from 'node:stream/consumers';
import { showableLine, showableLines } from '../../lib/showable.ts';
import type { Words } from '../../texts/words.ts';
import { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. Made once: it listens to the errors of the standard streams. */
export class ProcessTerminal implements Terminal {
  readonly words: Words;
  readonly output = new Output(process.stdout);
  readonly #decoder = new TextDecoder();
  readonly #errors = new Output(process.stderr);

  constructor(words: Words) {
    this.words = words;
  }

  get outputLost(): AbortSignal {
    return this.output.lost;
  }

  print(line: string): void {
    this.output.write(`${showableLine(line)}\n`);
  }

  write(text: string | Uint8Array): void {
    this.output.write(showableLines(this.#textOf(text)));
  }

  echo(line: string): void {
    this.output.echo(`${showableLine(line)}\n`);
  }

  complain(line: string): void {
    this.#errors.echo(`${showableLine(line)}\n`);
  }

  /** Pieces may be cut within a character. */
  #textOf(piece: string | Uint8Array): string {
    return typeof piece === 'string' ? piece : this.#decoder.decode(piece, { stream: true });
  }

  input(): Promise<string> {
    return text(process.stdin);
  }
}
