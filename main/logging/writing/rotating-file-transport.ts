import Transport from 'winston-transport';
import type { Problem } from '../../contract/problem.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { RotatingFile } from './rotating-file.ts';

/** An entry that is no line: it asks for a new file after the lines that were logged before it. */
export const ROTATE = Symbol('rotate');

interface Entry {
  readonly message: unknown;
  readonly [ROTATE]?: (outcome: Outcome<void, Problem>) => void;
}

/** winston's way into a rotating file. Its own file transport loses track of a file while it rotates. */
export class RotatingFileTransport extends Transport {
  readonly #file: RotatingFile;

  constructor(file: RotatingFile) {
    super();
    this.#file = file;
  }

  override log(entry: Entry, next: () => void): void {
    const onRotated = entry[ROTATE];
    if (onRotated) void this.#file.rotate().then(onRotated);
    else this.#file.write(`${String(entry.message)}\n`);
    next();
  }

  /** Called when the logger has ended: what it held is in the file then. */
  override _final(done: () => void): void {
    void this.#file.close().then(done);
  }
}
