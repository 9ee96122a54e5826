import { stat } from 'node:fs/promises';
import type { LogQuery } from '../../contract/log/log-contract.ts';
import {
  LOG_FILTERS,
  type LogExtent,
  type LogFilter,
  type LogRow,
  type LogSearchState,
  type LogSlice,
} from '../../contract/log/log-rows.ts';
import type { Clock } from '../../lib/clock.ts';
import { codeOf } from '../../lib/message-of.ts';
import { LogSearch, type NumberedSource } from './log-search.ts';
import { LogSource } from './log-source.ts';
import { readRows, rowOfLine } from './read-rows.ts';
import { readTail } from './read-tail.ts';

/** Files that are held open at a time; older ones are left to the file manager. */
const MOST_FILES = 500;
/** How often the windows are notified of a log that is being counted. */
const ANNOUNCE_EVERY_MS = 100;

export interface LogReaderOptions {
  /** Paths of the log's files, newest first. */
  readonly listFiles: () => Promise<readonly string[]>;
  readonly clock: Clock;
  /** The log has grown, was rotated, or more of it is counted. */
  readonly onChanged: (extent: LogExtent) => void;
}

/**
 * Reads a log of any size by line: its end at once, the rest as soon as the lines are counted, which
 * happens in small pieces in the background. Of its content it keeps nothing.
 *
 * Whoever made it calls `refresh` when there may be something new, and closes it.
 */
export class LogReader {
  readonly #options: LogReaderOptions;
  readonly #leaving = new AbortController();
  /** Oldest first. */
  #sources: readonly LogSource[] = [];
  #generation = 0;
  #firstLine = 0;
  #isCounted = false;
  #isPending = false;
  #refreshing: Promise<void> | undefined;
  #search: LogSearch | undefined;

  constructor(options: LogReaderOptions) {
    this.#options = options;
  }

  /**
   * Opens the files and gives their last lines; counting the rest goes on in the background.
   *
   * Errors: the file system's error for files that cannot be read.
   */
  async open(count: number): Promise<readonly LogRow[]> {
    await this.#lookAtFiles();
    const tail = await readTail(this.#sources, count);
    // Should it fail, the next refresh reports it.
    this.refresh().catch(() => {});
    return tail;
  }

  get extent(): LogExtent {
    const rows = (filter: LogFilter): number =>
      this.#sources.reduce((sum, { index }) => sum + index.rowCount(filter), 0);
    const [info = 0, warn = 0, error = 0] = LOG_FILTERS.map(rows);
    return {
      generation: this.#generation,
      firstLine: this.#firstLine,
      rows: { info, warn, error },
      countedBytes: this.#sources.reduce((sum, { index }) => sum + index.size, 0),
      totalBytes: this.#sources.reduce((sum, { size }) => sum + size, 0),
      files: this.#sources.length,
      isCounted: this.#isCounted,
    };
  }

  /**
   * Looks for what is new and counts it. Calls while it is at it lead to one more look.
   *
   * Errors: those of the file system.
   */
  refresh(): Promise<void> {
    this.#isPending = true;
    this.#refreshing ??= this.#refreshWhilePending().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /**
   * Consecutive rows of what a filter lets through, fewer at the end.
   *
   * Errors: those of the file system.
   */
  async slice(filter: LogFilter, firstRow: number, count: number): Promise<LogSlice> {
    const generation = this.#generation;
    const rows: LogRow[] = [];
    let rowsBefore = 0;
    for (const { source, firstLine } of this.#numbered()) {
      const first = Math.max(0, firstRow - rowsBefore);
      const wanted = { filter, first, count: count - rows.length };
      rows.push(...(await readRows(source, wanted, firstLine)));
      rowsBefore += source.index.rowCount(filter);
      if (rows.length >= count) break;
    }
    return { generation, filter, firstRow, rows };
  }

  /**
   * The row of a line among those that a filter lets through, or of the next line that it does.
   *
   * Errors: those of the file system.
   */
  async rowOf(line: number, filter: LogFilter): Promise<number> {
    let rowsBefore = 0;
    for (const { source, firstLine } of this.#numbered()) {
      const local = line - firstLine;
      if (local < source.index.rowCount('info')) {
        return rowsBefore + (await rowOfLine(source, Math.max(0, local), filter));
      }
      rowsBefore += source.index.rowCount(filter);
    }
    return Math.max(0, rowsBefore - 1);
  }

  /** Searches the whole log in place of any search before; waits until its lines are counted. */
  async search(query: LogQuery, report: (state: LogSearchState) => void): Promise<void> {
    this.cancelSearch();
    await this.refresh();
    const { clock } = this.#options;
    const search = new LogSearch({ sources: this.#numbered(), query, clock, report });
    this.#search?.cancel();
    this.#search = search;
    await search.run();
  }

  cancelSearch(): void {
    this.#search?.cancel();
  }

  /** The line of a hit of the last search: 0 for the newest. */
  lineOfHit(hit: number): number | undefined {
    return this.#search?.lineOf(hit);
  }

  /** Lets all files go. */
  async close(): Promise<void> {
    this.#leaving.abort();
    this.cancelSearch();
    await this.#refreshing?.catch(() => {});
    await Promise.all(this.#sources.map((source) => source.close()));
    this.#sources = [];
  }

  async #refreshWhilePending(): Promise<void> {
    while (this.#isPending && !this.#leaving.signal.aborted) {
      this.#isPending = false;
      const before = this.extent;
      await this.#lookAtFiles();
      await this.#count();
      this.#isCounted = true;
      if (!isSameExtent(before, this.extent)) this.#options.onChanged(this.extent);
    }
  }

  async #count(): Promise<void> {
    const { clock, onChanged } = this.#options;
    let announcedMs = clock.monotonicMs();
    const advanced = (): void => {
      if (clock.monotonicMs() - announcedMs < ANNOUNCE_EVERY_MS) return;
      announcedMs = clock.monotonicMs();
      onChanged(this.extent);
    };
    for (const source of this.#sources) await source.catchUp(this.#leaving.signal, advanced);
  }

  async #lookAtFiles(): Promise<void> {
    const found = await this.#findSources();
    const kept = new Set(found);
    const gone = this.#sources.filter((source) => !kept.has(source));
    this.#adopt(found, gone.length);
    await Promise.all(gone.map((source) => source.close()));
    for (const source of found) if (await source.look()) this.#begin();
  }

  /** Line numbers go on when the oldest files went and new ones came; anything else starts again. */
  #adopt(found: readonly LogSource[], gone: number): void {
    const stayed = this.#sources.slice(gone);
    if (stayed.every((source, at) => found[at] === source)) {
      if (gone > 0) this.#generation += 1;
      for (const { index } of this.#sources.slice(0, gone)) {
        this.#firstLine += index.rowCount('info');
      }
    } else this.#begin();
    this.#sources = found;
  }

  #begin(): void {
    this.#generation += 1;
    this.#firstLine = 0;
  }

  async #findSources(): Promise<readonly LogSource[]> {
    const paths = (await this.#options.listFiles()).slice(0, MOST_FILES).toReversed();
    const known = new Map(this.#sources.map((source) => [source.id, source]));
    const found: LogSource[] = [];
    for (const path of paths) {
      const id = await idOf(path);
      const source = (id === undefined ? undefined : known.get(id)) ?? (await LogSource.open(path));
      // A rotation in this very moment may show one file under two names.
      if (source && found.every((other) => other.id !== source.id)) found.push(source);
      else if (source && !known.has(source.id)) await source.close();
    }
    return found;
  }

  #numbered(): readonly NumberedSource[] {
    let firstLine = this.#firstLine;
    return this.#sources.map((source) => {
      const numbered = { source, firstLine };
      firstLine += source.index.rowCount('info');
      return numbered;
    });
  }
}

async function idOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isSameExtent(a: LogExtent, b: LogExtent): boolean {
  return (
    a.generation === b.generation &&
    a.totalBytes === b.totalBytes &&
    a.countedBytes === b.countedBytes &&
    a.isCounted === b.isCounted
  );
}
