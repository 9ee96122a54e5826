import type { Words } from '../../texts/words.ts';

/** What a command uses of the terminal that it runs in. */
export interface Terminal {
  /** In the user's language. */
  readonly words: Words;
  /** A line on standard output. */
  print(line: string): void;
  /** Text or bytes on standard output, as they are. */
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
