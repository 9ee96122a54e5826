import type { LogRow } from '../../contract/log/log-rows.ts';
import type { LogSource } from './log-source.ts';
import { readLines, type TextLine } from './read-lines.ts';
import { RowReader } from './row-reader.ts';

/** How far back the end is read at most; a page shows far less. */
const TAIL_BYTES = 512 * 1024;

/**
 * The last lines of a log, oldest first, read from the end of its files without an index. `sources` are
 * its files, oldest first.
 *
 * Errors: those of the file system.
 */
export async function readTail(
  sources: readonly LogSource[],
  count: number,
): Promise<readonly LogRow[]> {
  let lines: TextLine[] = [];
  let bytesLeft = TAIL_BYTES;
  for (const source of sources.toReversed()) {
    if (lines.length >= count || bytesLeft <= 0) break;
    lines = [...(await lastLines(source, bytesLeft)), ...lines];
    bytesLeft -= source.size;
  }
  const reader = new RowReader();
  const rows = lines.map((line) => {
    reader.next(line);
    return reader.row(line, undefined);
  });
  return rows.slice(-count);
}

async function lastLines(source: LogSource, bytes: number): Promise<readonly TextLine[]> {
  const { size } = source;
  const start = Math.max(0, size - bytes);
  const lines: TextLine[] = [];
  await source.use((handle) =>
    readLines(handle, { start, end: size }, (some) => {
      for (const line of some) lines.push(line);
      return true;
    }),
  );
  // What was cut at its beginning is no line.
  return start === 0 ? lines : lines.slice(1);
}
