import type { FileHandle } from 'node:fs/promises';
import type { LogFile } from '../../logging/log-files.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';

export interface LastLines {
  readonly text: string;
  /** Where the newest file was read to, in bytes. */
  readonly end: number;
}

const PIECE_BYTES = 64 * 1024;
const NEWLINE = 0x0a;
/** A line that is longer begins in its midst, as what is no log would. */
const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

/** The last lines of a log in several files, newest first. Errors: what the file system reports. */
export async function lastLinesOf(files: readonly LogFile[], count: number): Promise<LastLines> {
  const texts: Buffer[] = [];
  let missing = count;
  let end = 0;
  for (const [at, { path }] of files.entries()) {
    if (at > 0 && missing <= 0) break;
    const found = await lastLinesIn(path, missing);
    if (at === 0) end = found.end;
    texts.unshift(found.bytes);
    missing -= found.count;
  }
  return { text: Buffer.concat(texts).toString('utf8'), end };
}

async function lastLinesIn(
  path: string,
  count: number,
): Promise<{ readonly bytes: Buffer; readonly count: number; readonly end: number }> {
  const file = await openToRead(path);
  try {
    const { size } = await file.stat();
    const pieces: Buffer[] = [];
    let newlines = 0;
    let start = size;
    let lastNewlineAt = size;
    // One newline more than lines: the one before the first of them.
    while (start > 0 && newlines <= count && lastNewlineAt - start < LONGEST_LINE_BYTES) {
      const from = Math.max(0, start - PIECE_BYTES);
      const piece = await readRange(file, from, start);
      pieces.unshift(piece);
      const found = newlinesIn(piece);
      newlines += found;
      start = from;
      if (found > 0) lastNewlineAt = start;
    }
    const lines = lastOf(Buffer.concat(pieces), count);
    return { bytes: lines, count: newlinesIn(lines), end: size };
  } finally {
    await file.close();
  }
}

async function readRange(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}

function lastOf(bytes: Buffer, count: number): Buffer {
  if (count === 0) return bytes.subarray(bytes.length);
  // The newline that ends the last line is not the one before it.
  let at = bytes.length - 1;
  for (let found = 0; found < count && at >= 0; found += 1) at = bytes.lastIndexOf(NEWLINE, at - 1);
  return bytes.subarray(Math.max(0, at + 1));
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
