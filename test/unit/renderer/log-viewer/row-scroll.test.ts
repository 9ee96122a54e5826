import { describe, expect, it } from 'vitest';
import { RowScroll } from '../../../../renderer/log-viewer/row-scroll.ts';

const ROW = 20;
const VIEW = 400;

function scrollOver(count: number): RowScroll {
  const scroll = new RowScroll(ROW);
  scroll.resize(count, VIEW);
  return scroll;
}

function inView({ firstRow, lastRow }: RowScroll): readonly number[] {
  return [firstRow, lastRow];
}

describe('scrolling a list that fits', () => {
  it('is the pane’s own', () => {
    const scroll = scrollOver(1000);
    expect([scroll.contentPx, inView(scroll)]).toEqual([20_000, [0, 19]]);
    expect(scroll.scrolled(1010)).toBeUndefined();
    expect(inView(scroll)).toEqual([50, 70]);
    expect(scroll.topOf(50)).toBe(1000);
  });

  it('goes to the end, and to a row in the middle of the view', () => {
    const scroll = scrollOver(1000);
    expect(scroll.goToEnd()).toBe(19_600);
    expect([scroll.isAtEnd, scroll.lastRow]).toEqual([true, 999]);
    expect(scroll.goToRow(500)).toBe(9810);
    expect(inView(scroll)).toEqual([490, 510]);
    expect(scroll.isAtEnd).toBe(false);
  });

  it('has nothing in view of an empty list', () => {
    expect(inView(scrollOver(0))).toEqual([0, -1]);
  });
});

describe('scrolling ten million rows', () => {
  const COUNT = 10_000_000;

  it('reaches the first and the last row in a pane of limited height', () => {
    const scroll = scrollOver(COUNT);
    expect(scroll.contentPx).toBe(8_000_000);
    scroll.scrolled(scroll.contentPx - VIEW);
    expect([scroll.isAtEnd, scroll.lastRow]).toEqual([true, COUNT - 1]);
    scroll.scrolled(0);
    expect(inView(scroll)).toEqual([0, 19]);
  });

  it('moves row by row with the wheel, wherever it is', () => {
    const scroll = scrollOver(COUNT);
    scroll.scrolled(4_000_000);
    const before = scroll.firstRow;
    scroll.scrolled(4_000_000 + 3 * ROW);
    expect(scroll.firstRow).toBe(before + 3);
    expect(Math.abs(scroll.topOf(scroll.firstRow) - (4_000_000 + 3 * ROW))).toBeLessThan(ROW);
  });

  it('goes on with the wheel where the pane would end', () => {
    const scroll = scrollOver(COUNT);
    let paneTop = scroll.goToRow(5_000_000);
    // As if the pane stood at its very end in the middle of the list.
    for (let turn = 0; turn < 300_000 && paneTop < scroll.contentPx - VIEW; turn += 1) {
      paneTop += 100;
      paneTop = scroll.scrolled(Math.min(paneTop, scroll.contentPx - VIEW)) ?? paneTop;
      if (scroll.firstRow > 5_900_000) break;
    }
    expect(scroll.firstRow).toBeGreaterThan(5_190_000);
    expect(scroll.isAtEnd).toBe(false);
  });

  it('draws the rows in view where the pane stands', () => {
    const scroll = scrollOver(COUNT);
    const paneTop = scroll.goToRow(7_654_321);
    expect(scroll.topOf(7_654_321)).toBeGreaterThanOrEqual(paneTop);
    expect(scroll.topOf(7_654_321)).toBeLessThan(paneTop + VIEW);
    expect(scroll.firstRow).toBeLessThan(7_654_321);
    expect(scroll.lastRow).toBeGreaterThan(7_654_321);
  });

  it('stays where it is while the list grows', () => {
    const scroll = scrollOver(COUNT);
    scroll.goToRow(5_000_000);
    const before = inView(scroll);
    scroll.resize(COUNT + 5000, VIEW);
    expect(inView(scroll)).toEqual(before);
  });
});
