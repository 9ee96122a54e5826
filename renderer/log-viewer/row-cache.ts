import type { LogRow } from '../../main/contract/log/log-rows.ts';

/** Rows that are asked for at a time. */
export const PAGE_ROWS = 200;
/** Some screens full; others are asked for again when they are looked at. */
const MOST_PAGES = 30;

/** The rows that were looked at lately, of a list that is far too long to hold. */
export class RowCache {
  /** In the order in which they came. */
  readonly #pages = new Map<number, readonly LogRow[]>();
  readonly #stale = new Set<number>();

  at(row: number): LogRow | undefined {
    return this.#pages.get(Math.floor(row / PAGE_ROWS))?.[row % PAGE_ROWS];
  }

  /** The pages that are wanted to show these rows of a list of this length. */
  missing(firstRow: number, lastRow: number, count: number): readonly number[] {
    const last = Math.min(lastRow, count - 1);
    const pages: number[] = [];
    for (let page = Math.floor(firstRow / PAGE_ROWS); page * PAGE_ROWS <= last; page += 1) {
      const wanted = Math.min(PAGE_ROWS, count - page * PAGE_ROWS);
      const there = this.#pages.get(page)?.length ?? 0;
      if (there < wanted || this.#stale.has(page)) pages.push(page);
    }
    return pages;
  }

  put(page: number, rows: readonly LogRow[]): void {
    this.#stale.delete(page);
    this.#pages.delete(page);
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) return;
      this.#pages.delete(oldest);
    }
  }

  /** The list has grown after these rows: its last line may have been an unfinished one. */
  grew(countBefore: number): void {
    this.#stale.add(Math.floor(Math.max(0, countBefore - 1) / PAGE_ROWS));
  }

  clear(): void {
    this.#pages.clear();
    this.#stale.clear();
  }
}
