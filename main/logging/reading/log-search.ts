import type { LogQuery } from '../../contract/log/log-contract.ts';
import type { LogSearchEnd, LogSearchState } from '../../contract/log/log-rows.ts';
import { problemOf } from '../../contract/problem-error.ts';
import type { Clock } from '../../lib/clock.ts';
import { URGENCIES } from './line-index.ts';
import { type LineMatcher, lineMatcherFrom } from './line-matcher.ts';
import type { LogSource } from './log-source.ts';
import { readLines, type TextLine } from './read-lines.ts';
import { RowReader } from './row-reader.ts';

/** Hits that can be visited; others are only counted. */
const MOST_HITS = 100_000;
const STRETCH_BYTES = 1024 * 1024;
const REPORT_EVERY_MS = 100;

/** A file with the number of its first line. */
export interface NumberedSource {
  readonly source: LogSource;
  readonly firstLine: number;
}

export interface LogSearchOptions {
  /** Oldest first. */
  readonly sources: readonly NumberedSource[];
  readonly query: LogQuery;
  readonly clock: Clock;
  readonly report: (state: LogSearchState) => void;
}

/**
 * A search of a whole log that was indexed, from its newest line to its oldest, of which it holds one
 * stretch at a time. Reports its progress some times a second, and its end once.
 */
export class LogSearch {
  readonly #options: LogSearchOptions;
  readonly #totalBytes: number;
  /** Numbers of lines, newest first. */
  readonly #lines: number[] = [];
  #hits = 0;
  #scannedBytes = 0;
  #reportedMs = Number.NEGATIVE_INFINITY;
  #isCancelled = false;

  constructor(options: LogSearchOptions) {
    this.#options = options;
    this.#totalBytes = options.sources.reduce((sum, { source }) => sum + source.index.size, 0);
  }

  /** The line of a hit: 0 for the newest. Undefined where there is none. */
  lineOf(hit: number): number | undefined {
    return this.#lines[hit];
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** Resolves at the end, which was reported then. Never rejects. */
  async run(): Promise<void> {
    this.#report(await this.#runToEnd());
  }

  async #runToEnd(): Promise<LogSearchEnd> {
    const matcher = lineMatcherFrom(this.#options.query);
    if (!matcher.ok) return { kind: 'failed', problem: matcher.problem };
    try {
      for (const source of this.#options.sources.toReversed()) {
        await this.#searchSource(source, matcher.value);
      }
    } catch (error) {
      return { kind: 'failed', problem: problemOf(error) };
    }
    return this.#isCancelled ? { kind: 'cancelled' } : { kind: 'done' };
  }

  async #searchSource({ source, firstLine }: NumberedSource, match: LineMatcher): Promise<void> {
    const { index } = source;
    let end = index.size;
    while (end > 0 && !this.#isCancelled) {
      const begin = index.block(index.blockAt(Math.max(0, end - STRETCH_BYTES)), 'info');
      const found: number[] = [];
      const reader = new RowReader(begin.urgency);
      let line = firstLine + begin.linesBefore;
      await source.use((handle) =>
        readLines(handle, { start: begin.start, end }, (lines) => {
          const texts = lines.map(({ text }) => text);
          const isWanted = this.#wanted(reader, lines);
          for (const at of match(texts)) if (isWanted(at)) found.push(line + at);
          line += lines.length;
          return !this.#isCancelled;
        }),
      );
      this.#keep(found);
      this.#scannedBytes += end - begin.start;
      end = begin.start;
      this.#reportNowAndThen();
    }
  }

  /** Whether the filter lets a line through, by its place. */
  #wanted(reader: RowReader, lines: readonly TextLine[]): (at: number) => boolean {
    const least = URGENCIES[this.#options.query.filter];
    if (least === URGENCIES.info) return () => true;
    const wanted = lines.map((line) => reader.next(line) >= least);
    return (at) => wanted[at] === true;
  }

  #keep(found: readonly number[]): void {
    this.#hits += found.length;
    for (const line of found.toReversed()) {
      if (this.#lines.length >= MOST_HITS) return;
      this.#lines.push(line);
    }
  }

  #reportNowAndThen(): void {
    const nowMs = this.#options.clock.monotonicMs();
    if (nowMs - this.#reportedMs < REPORT_EVERY_MS) return;
    this.#reportedMs = nowMs;
    this.#report(undefined);
  }

  #report(end: LogSearchEnd | undefined): void {
    this.#options.report({
      scannedBytes: this.#scannedBytes,
      totalBytes: this.#totalBytes,
      hits: this.#hits,
      reachable: this.#lines.length,
      end,
    });
  }
}
