import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { FileReasonError } from '../system/file-reason.ts';
import { openToAppend } from '../system/opening/open-to-append.ts';
import { openToRead } from '../system/opening/open-to-read.ts';
import { replaceFile } from '../system/writing/replace-file.ts';

/** Where a line is; its newline not counted. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

export interface StoredLine {
  readonly text: string;
  readonly place: LinePlace;
}

/** Takes all lines of the file, instead of what it knew of them. */
export type Recall = (lines: AsyncIterable<StoredLine>) => Promise<void>;

const NEWLINE = 0x0a;
const MODE = 0o600;
/** As the specification of the user's folders has it. */
const FOLDER_MODE = 0o700;
/** Far above what is kept: a larger file is none of ours. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A file of lines to which lines are only added, readable by nobody but its owner. What a crash tore is
 * at its end, is ended by the next line, and is the reader's to skip. Another process may add to it or
 * remove it meanwhile: whatever is done here then begins with reading it again.
 */
export class HistoryFile {
  readonly path: string;
  readonly #recall: Recall;
  #isRead = false;
  #size = 0;
  #endsWithNewline = true;
  /** One write after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string, recall: Recall) {
    this.path = path;
    this.#recall = recall;
  }

  /** Bytes, as it was read or written last. */
  get size(): number {
    return this.#size;
  }

  /**
   * Has all lines recalled, none of a file that does not exist, unless they are known.
   *
   * Errors: those of the file system.
   */
  read(): Promise<void> {
    return this.#inOrder(() => this.#follow());
  }

  /**
   * Adds a line that ends with a newline; returns where it is.
   *
   * Errors: those of the file system.
   */
  append(line: string): Promise<LinePlace> {
    return this.#inOrder(async () => {
      await this.#follow();
      const completed = this.#endsWithNewline ? line : `\n${line}`;
      const offset = this.#size + (this.#endsWithNewline ? 0 : 1);
      await mkdir(dirname(this.path), { recursive: true, mode: FOLDER_MODE });
      await this.#add(completed);
      this.#size += Buffer.byteLength(completed);
      this.#endsWithNewline = true;
      return { offset, length: Buffer.byteLength(line) - 1 };
    });
  }

  /**
   * The line at a place, which is asked for when it is read: another write may move it until then.
   * Undefined where there is none.
   *
   * Errors: those of the file system.
   */
  lineAt(place: () => LinePlace | undefined): Promise<string | undefined> {
    return this.#inOrder(async () => {
      await this.#follow();
      const found = place();
      return found && (await this.#linesAt([found]))[0];
    });
  }

  /**
   * Goes through all lines once more.
   *
   * Errors: those of the file system.
   */
  scan(visit: (text: string) => void): Promise<void> {
    return this.#inOrder(async () => {
      await this.#follow();
      // What another process adds meanwhile is noticed by its size, at the next turn.
      for await (const { text } of this.#lines(() => {})) visit(text);
    });
  }

  /**
   * Keeps only the lines that `choose` gives, in that order, and reports where they then are. The file is
   * replaced at once or not at all.
   *
   * Errors: those of the file system.
   */
  keepOnly(
    choose: () => readonly LinePlace[],
    moved: (places: readonly LinePlace[]) => void,
  ): Promise<void> {
    return this.#inOrder(async () => {
      await this.#follow();
      const lines = (await this.#linesAt(choose())).map((line) => `${line}\n`);
      await replaceFile(this.path, lines.join(''), { resetsMode: true, atLink: 'replace-link' });
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

  /** Errors: those of the file system. */
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

  async #add(text: string): Promise<void> {
    const { file } = await openToAppend(this.path, MODE);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  }

  async #follow(): Promise<void> {
    if (this.#isRead && (await sizeOf(this.path)) === this.#size) return;
    await this.#recall(
      this.#lines((size, endsWithNewline) => {
        this.#size = size;
        this.#endsWithNewline = endsWithNewline;
      }),
    );
    this.#isRead = true;
  }

  async *#lines(
    ended: (size: number, endsWithNewline: boolean) => void,
  ): AsyncGenerator<StoredLine> {
    let rest: Buffer = Buffer.alloc(0);
    let offset = 0;
    for await (const chunk of this.#chunks()) {
      const bytes: Buffer = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        const place = { offset: offset + start, length: end - start };
        yield { text: bytes.toString('utf8', start, end), place };
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
    }
    ended(offset + rest.length, rest.length === 0);
  }

  async *#chunks(): AsyncGenerator<Buffer> {
    try {
      const file = await openToRead(this.path);
      const stream = file.createReadStream();
      if ((await file.stat()).size > MAX_BYTES)
        stream.destroy(new FileReasonError({ kind: 'too-long', limitBytes: MAX_BYTES }));
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  async #linesAt(places: readonly LinePlace[]): Promise<readonly string[]> {
    if (places.length === 0) return [];
    const file = await openToRead(this.path);
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

/** 0 for a file that does not exist. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
