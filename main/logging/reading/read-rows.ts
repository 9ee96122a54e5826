import type { LogFilter, LogRow } from '../../contract/log/log-rows.ts';
import { URGENCIES } from './line-index.ts';
import type { LogSource } from './log-source.ts';
import { readLines } from './read-lines.ts';
import { RowReader } from './row-reader.ts';

/** Consecutive rows of one file, of those that a filter lets through. */
export interface RowRange {
  readonly filter: LogFilter;
  /** 0 for the file's first one. */
  readonly first: number;
  readonly count: number;
}

/**
 * The rows of a range, fewer at the end of the file. `linesBefore` is the number of the file's first line.
 *
 * Errors: those of the file system.
 */
export async function readRows(
  source: LogSource,
  range: RowRange,
  linesBefore: number,
): Promise<readonly LogRow[]> {
  const { index } = source;
  const { filter, first, count } = range;
  const rows: LogRow[] = [];
  if (first >= index.rowCount(filter) || count <= 0) return rows;
  const begin = index.blockOfRow(first, filter);
  let skipped = first - index.block(begin, filter).rowsBefore;
  for (let at = begin; at < index.blockCount && rows.length < count; at += 1) {
    if (rowsInBlock(source, at, filter) === 0) continue;
    for (const row of await readBlock(source, at, filter, linesBefore)) {
      if (skipped > 0) skipped -= 1;
      else if (rows.length < count) rows.push(row);
    }
  }
  return rows;
}

/**
 * The place among the rows of a filter of one line of the file, or of the next line that the filter
 * lets through. Both count from 0.
 *
 * Errors: those of the file system.
 */
export async function rowOfLine(
  source: LogSource,
  line: number,
  filter: LogFilter,
): Promise<number> {
  const { index } = source;
  if (filter === 'info') return Math.min(line, index.rowCount(filter));
  const at = Math.min(index.blockOfRow(line, 'info'), index.blockCount - 1);
  const rows = await readBlock(source, at, filter, 0);
  const before = rows.filter((row) => (row.line ?? 0) < line).length;
  return index.block(at, filter).rowsBefore + before;
}

function rowsInBlock({ index }: LogSource, at: number, filter: LogFilter): number {
  const rowsAfter =
    at + 1 < index.blockCount ? index.block(at + 1, filter).rowsBefore : index.rowCount(filter);
  return rowsAfter - index.block(at, filter).rowsBefore;
}

async function readBlock(
  source: LogSource,
  at: number,
  filter: LogFilter,
  linesBefore: number,
): Promise<readonly LogRow[]> {
  const block = source.index.block(at, filter);
  const range = { start: block.start, end: block.end ?? source.index.size };
  const reader = new RowReader(block.urgency);
  const rows: LogRow[] = [];
  let line = linesBefore + block.linesBefore;
  await source.use((handle) =>
    readLines(handle, range, (lines) => {
      for (const text of lines) {
        if (reader.next(text) >= URGENCIES[filter]) rows.push(reader.row(text, line));
        line += 1;
      }
      return true;
    }),
  );
  return rows;
}
