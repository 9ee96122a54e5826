import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../lib/errors.ts';

/** Where a line stands; its newline not counted. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

const NEWLINE = 0x0a;

/**
 * A file of lines to which lines are only added, readable by nobody but its owner. What a crash tore is
 * at its end, is ended by the next line, and is the reader's to skip.
 */
export class HistoryFile {
  readonly path: string;
  #size = 0;
  #endsWithNewline = true;
  /** One write after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Bytes, once it was read. */
  get size(): number {
    return this.#size;
  }

  /**
   * Tells every line with its place; none of a file that does not exist. To be called before all else.
   *
   * Errors: what the file system says.
   */
  async read(line: (text: string, place: LinePlace) => void): Promise<void> {
    let rest: Buffer = Buffer.alloc(0);
    let offset = 0;
    for await (const chunk of this.#chunks()) {
      const bytes: Buffer = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        line(bytes.toString('utf8', start, end), { offset: offset + start, length: end - start });
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
    }
    this.#size = offset + rest.length;
    this.#endsWithNewline = rest.length === 0;
  }

  /**
   * Adds a line that ends with a newline; where it stands.
   *
   * Errors: what the file system says.
   */
  append(line: string): Promise<LinePlace> {
    return this.#inOrder(async () => {
      const mended = this.#endsWithNewline ? line : `\n${line}`;
      const offset = this.#size + (this.#endsWithNewline ? 0 : 1);
      await mkdir(dirname(this.path), { recursive: true });
      await appendFile(this.path, mended, { mode: 0o600 });
      this.#size += Buffer.byteLength(mended);
      this.#endsWithNewline = true;
      return { offset, length: Buffer.byteLength(line) - 1 };
    });
  }

  /**
   * The line at a place, which is asked for when it is read: another write may move it until then.
   * Undefined where there is none.
   *
   * Errors: what the file system says.
   */
  lineAt(place: () => LinePlace | undefined): Promise<string | undefined> {
    return this.#inOrder(async () => {
      const found = place();
      return found && (await this.#linesAt([found]))[0];
    });
  }

  /**
   * Keeps only the lines that `choose` gives, in that order, and tells where they then stand. The file is
   * replaced at once or not at all.
   *
   * Errors: what the file system says.
   */
  keepOnly(
    choose: () => readonly LinePlace[],
    moved: (places: readonly LinePlace[]) => void,
  ): Promise<void> {
    return this.#inOrder(async () => {
      const lines = (await this.#linesAt(choose())).map((line) => `${line}\n`);
      const temporary = `${this.path}.new`;
      await writeFile(temporary, lines.join(''), { mode: 0o600 });
      await rename(temporary, this.path);
      const places: LinePlace[] = [];
      this.#size = 0;
      for (const line of lines) {
        const bytes = Buffer.byteLength(line);
        places.push({ offset: this.#size, length: bytes - 1 });
        this.#size += bytes;
      }
      this.#endsWithNewline = true;
      moved(places);
    });
  }

  /** Errors: what the file system says. */
  remove(): Promise<void> {
    return this.#inOrder(async () => {
      await rm(this.path, { force: true });
      this.#size = 0;
      this.#endsWithNewline = true;
    });
  }

  /** Resolves when everything is written. Never rejects. */
  async settled(): Promise<void> {
    let last: unknown;
    while (last !== this.#last) {
      last = this.#last;
      await last;
    }
  }

  async *#chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of createReadStream(this.path)) yield chunk as Buffer;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  async #linesAt(places: readonly LinePlace[]): Promise<readonly string[]> {
    if (places.length === 0) return [];
    const file = await open(this.path, 'r');
    try {
      const lines: string[] = [];
      for (const { offset, length } of places) {
        const bytes = Buffer.alloc(length);
        await file.read(bytes, 0, length, offset);
        lines.push(bytes.toString('utf8'));
      }
      return lines;
    } finally {
      await file.close();
    }
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
