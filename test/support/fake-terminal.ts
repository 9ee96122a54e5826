import type { Terminal } from '../../main/cli/terminal/terminal.ts';
import type { Language } from '../../main/contract/language.ts';
import { showableLine } from '../../main/lib/showable.ts';
import { type Words, wordsIn } from '../../main/texts/words.ts';

/** A terminal that keeps what is written to it. */
export class FakeTerminal implements Terminal {
  readonly words: Words;
  /** Everything on standard output, and on standard error. */
  stdout = '';
  stderr = '';
  /** Called after each write, with everything on standard output. */
  onWritten: (stdout: string) => void = () => {};
  readonly #stdin: string;
  readonly #lost = new AbortController();

  constructor(language: Language = 'en', stdin = '') {
    this.words = wordsIn(language);
    this.#stdin = stdin;
  }

  get outputLost(): AbortSignal {
    return this.#lost.signal;
  }

  get lines(): readonly string[] {
    return this.stdout === '' ? [] : this.stdout.trimEnd().split('\n');
  }

  print(line: string): void {
    this.write(`${showableLine(line)}\n`);
  }

  write(text: string | Uint8Array): void {
    this.stdout += typeof text === 'string' ? text : Buffer.from(text).toString();
    this.onWritten(this.stdout);
  }

  echo(line: string): void {
    this.print(line);
  }

  complain(line: string): void {
    this.stderr += `${showableLine(line)}\n`;
  }

  async input(): Promise<string> {
    return this.#stdin;
  }

  /** Whoever read the output goes away. */
  loseOutput(): void {
    this.#lost.abort();
  }
}
