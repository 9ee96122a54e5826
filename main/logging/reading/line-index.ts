import type { LogFilter } from '../../contract/log/log-rows.ts';
import { ERROR, HEAD_BYTES, INFO, type Urgency, urgencyOf, WARN } from './log-level-bytes.ts';

/** Lines between two places that the index remembers. */
export const BLOCK_LINES = 256;

const NEWLINE = 0x0a;

/** Where a run of lines is in a file. */
export interface LineBlock {
  readonly start: number;
  /** Undefined for the last one, which goes on to the end of what is indexed. */
  readonly end: number | undefined;
  /** The level that lines have which continue a line of the block before. */
  readonly urgency: Urgency;
  /** How many lines come before it, and how many of those a filter lets through. */
  readonly linesBefore: number;
  readonly rowsBefore: number;
}

export const URGENCIES: Readonly<Record<LogFilter, Urgency>> = {
  info: INFO,
  warn: WARN,
  error: ERROR,
};

/**
 * Where the lines of one file begin: every 256th place, with the number of warnings and errors up to
 * there. A gigabyte of usual lines costs about a megabyte. An unfinished line at the end counts as one.
 */
export class LineIndex {
  /** One entry per block: its offset, then what stood before it. */
  readonly #offsets: number[] = [0];
  readonly #warnings: number[] = [0];
  readonly #errors: number[] = [0];
  readonly #urgencies: Urgency[] = [INFO];
  /** The beginning of the line that has not ended yet. */
  readonly #head = new Uint8Array(HEAD_BYTES);
  #headLength = 0;
  #size = 0;
  #lines = 0;
  #lineWarnings = 0;
  #lineErrors = 0;
  #urgency: Urgency = INFO;

  /** Bytes that were added. */
  get size(): number {
    return this.#size;
  }

  get blockCount(): number {
    return this.#offsets.length;
  }

  /** How many lines a filter lets through. */
  rowCount(filter: LogFilter): number {
    const open = this.#headLength > 0 && this.#openUrgency() >= URGENCIES[filter] ? 1 : 0;
    if (filter === 'info') return this.#lines + open;
    return (filter === 'warn' ? this.#lineWarnings : this.#lineErrors) + open;
  }

  /** Takes the next bytes of the file, cut anywhere. */
  add(bytes: Uint8Array): void {
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(NEWLINE, start);
      if (end < 0) break;
      this.#endLine(bytes, start, end);
      start = end + 1;
      if (this.#lines % BLOCK_LINES === 0) this.#beginBlock(this.#size + start);
    }
    this.#keepHead(bytes, start, bytes.length);
    this.#size += bytes.length;
  }

  block(at: number, filter: LogFilter): LineBlock {
    return {
      start: this.#offsets[at] ?? 0,
      end: this.#offsets[at + 1],
      urgency: this.#urgencies[at] ?? INFO,
      linesBefore: at * BLOCK_LINES,
      rowsBefore: this.#rowsBefore(at, filter),
    };
  }

  /** The block that holds a row of what a filter lets through; the row must exist. */
  blockOfRow(row: number, filter: LogFilter): number {
    let [low, high] = [0, this.#offsets.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#rowsBefore(middle, filter) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The block that holds this offset; the last one after the end. */
  blockAt(offset: number): number {
    let [low, high] = [0, this.#offsets.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowsBefore(block: number, filter: LogFilter): number {
    if (filter === 'info') return block * BLOCK_LINES;
    return (filter === 'warn' ? this.#warnings : this.#errors)[block] ?? 0;
  }

  #endLine(bytes: Uint8Array, start: number, end: number): void {
    if (this.#headLength > 0) {
      this.#keepHead(bytes, start, end);
      this.#urgency = this.#openUrgency();
      this.#headLength = 0;
    } else {
      this.#urgency = urgencyOf(bytes, start, end, this.#urgency);
    }
    this.#lines += 1;
    if (this.#urgency >= WARN) this.#lineWarnings += 1;
    if (this.#urgency >= ERROR) this.#lineErrors += 1;
  }

  #beginBlock(offset: number): void {
    this.#offsets.push(offset);
    this.#warnings.push(this.#lineWarnings);
    this.#errors.push(this.#lineErrors);
    this.#urgencies.push(this.#urgency);
  }

  #keepHead(bytes: Uint8Array, start: number, end: number): void {
    const room = Math.min(end - start, HEAD_BYTES - this.#headLength);
    if (room <= 0) return;
    this.#head.set(bytes.subarray(start, start + room), this.#headLength);
    this.#headLength += room;
  }

  #openUrgency(): Urgency {
    return urgencyOf(this.#head, 0, this.#headLength, this.#urgency);
  }
}
