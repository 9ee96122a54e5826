import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../../main/contract/log/log-rows.ts';
import { PAGE_ROWS, RowCache } from '../../../../renderer/log-viewer/row-cache.ts';

function rows(first: number, count: number): readonly LogRow[] {
  return Array.from({ length: count }, (_row, at) => ({
    line: first + at,
    at: undefined,
    level: 'info',
    subject: '',
    message: '',
    isContinued: false,
    cutBytes: 0,
  }));
}

describe('the cache of rows', () => {
  it('wants the pages that a view touches, and only until they are there', () => {
    const cache = new RowCache();
    expect(cache.missing(PAGE_ROWS - 1, PAGE_ROWS, 1000)).toEqual([0, 1]);
    cache.put(0, rows(0, PAGE_ROWS));
    expect(cache.missing(PAGE_ROWS - 1, PAGE_ROWS, 1000)).toEqual([1]);
    expect(cache.at(PAGE_ROWS - 1)?.line).toBe(PAGE_ROWS - 1);
    expect(cache.at(PAGE_ROWS)).toBeUndefined();
  });

  it('asks for no page after the end, and the last one again when it has grown', () => {
    const cache = new RowCache();
    cache.put(0, rows(0, 10));
    expect(cache.missing(0, 500, 10)).toEqual([]);
    expect(cache.missing(0, 500, 11)).toEqual([0]);
    expect(cache.missing(0, 500, 0)).toEqual([]);
  });

  it('wants the last page again when its last line may have become whole, and shows it meanwhile', () => {
    const cache = new RowCache();
    cache.put(0, rows(0, 10));
    cache.grew(10);
    expect(cache.missing(0, 9, 10)).toEqual([0]);
    expect(cache.at(9)?.line).toBe(9);
    cache.put(0, rows(0, 10));
    expect(cache.missing(0, 9, 10)).toEqual([]);
  });

  it('lets go of pages that came long ago', () => {
    const cache = new RowCache();
    for (let page = 0; page < 40; page += 1) cache.put(page, rows(page * PAGE_ROWS, PAGE_ROWS));
    expect(cache.at(0)).toBeUndefined();
    expect(cache.at(39 * PAGE_ROWS)?.line).toBe(39 * PAGE_ROWS);
  });
});
