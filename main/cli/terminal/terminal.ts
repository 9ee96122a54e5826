import type { Words } from '../../texts/words.ts';

/** What a command uses of the terminal that it runs in. */
export interface Terminal {
  /** In the user's language. */
  readonly words: Words;
  /** A line on standard output; a newline in it, as in a builder's name, is shown as its number. */
  print(line: string): void;
  /** Text of any number of lines on standard output. */
  write(text: string | Uint8Array): void;
  /** A line on standard output that nobody needs: that it could not be written is no failure. */
  echo(line: string): void;
  /** A line on standard error. */
  complain(line: string): void;
  /** All of standard input. */
  input(): Promise<string>;
  /** Aborted once standard output cannot be written any more, as after `| head -n 1`. */
  readonly outputLost: AbortSignal;
}
