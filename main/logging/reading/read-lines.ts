import type { FileHandle } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** A line without its end. */
export interface TextLine {
  readonly text: string;
  /** Bytes at its end that are left out; 0 for most. */
  readonly cutBytes: number;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What is shown of one line: an endless one must fill neither memory nor the window. */
export const LONGEST_LINE = 16 * 1024;
const PIECE_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/**
 * Reads the lines of a range that begins where a line does, piece by piece; an unfinished line at its
 * end is one. Stops early when `take` answers false.
 *
 * Errors: those of the file system.
 */
export async function readLines(
  file: FileHandle,
  { start, end }: ByteRange,
  take: (lines: readonly TextLine[]) => boolean,
): Promise<void> {
  const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, Math.max(1, end - start)));
  const unfinished = new UnfinishedLine();
  for (let at = start; at < end; ) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, end - at), at);
    if (bytesRead === 0) break;
    at += bytesRead;
    const lines = wholeLines(piece.subarray(0, bytesRead), unfinished);
    if (lines.length > 0 && !take(lines)) return;
  }
  if (!unfinished.isEmpty) take([unfinished.end()]);
}

/** The lines that end in these bytes; what follows the last newline stays unfinished. */
function wholeLines(bytes: Buffer, unfinished: UnfinishedLine): readonly TextLine[] {
  const last = bytes.lastIndexOf(NEWLINE);
  const lines: TextLine[] = [];
  let start = 0;
  if (last >= 0 && !unfinished.isEmpty) {
    const end = bytes.indexOf(NEWLINE);
    unfinished.add(bytes.subarray(0, end));
    lines.push(unfinished.end());
    start = end + 1;
  }
  if (last >= start) {
    for (const text of bytes.toString('utf8', start, last).split('\n')) lines.push(lineFrom(text));
  }
  unfinished.add(bytes.subarray(last + 1));
  return lines;
}

function lineFrom(text: string): TextLine {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  if (line.length <= LONGEST_LINE) return { text: line, cutBytes: 0 };
  const shown = line.slice(0, LONGEST_LINE);
  return { text: shown, cutBytes: Buffer.byteLength(line) - Buffer.byteLength(shown) };
}

/** A line that goes on in the next piece; of an endless one its beginning is kept. */
class UnfinishedLine {
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  add(bytes: Buffer): void {
    this.#bytes += bytes.length;
    const room = LONGEST_LINE - this.#keptBytes;
    if (room <= 0 || bytes.length === 0) return;
    const kept = Buffer.from(bytes.subarray(0, room));
    this.#kept.push(kept);
    this.#keptBytes += kept.length;
  }

  end(): TextLine {
    const bytes = Buffer.concat(this.#kept);
    const cutBytes = this.#bytes - bytes.length;
    this.#kept = [];
    this.#keptBytes = 0;
    this.#bytes = 0;
    if (cutBytes === 0) return lineFrom(bytes.toString('utf8'));
    // Holds back a character that the limit cut.
    return { text: new StringDecoder('utf8').write(bytes), cutBytes };
  }
}
