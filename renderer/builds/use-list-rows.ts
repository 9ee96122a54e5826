import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

const ROW_PX = 38;
/** Rows beyond those in sight, so that scrolling, and Tab, meet no gap. */
const BEYOND = 6;

export interface ListRows {
  /** Those that are drawn. */
  readonly items: readonly { readonly index: number }[];
  /** How high what precedes and follows them is. */
  readonly pxBefore: number;
  readonly pxAfter: number;
  /** To be called with each row that is drawn, which bears its `data-index`. */
  readonly measure: (row: Element | null) => void;
}

/** Which rows of a long list are in sight that scrolls together with its page. */
export function useListRows(list: RefObject<HTMLElement | null>, count: number): ListRows {
  const top = useTopInPage(list);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    scrollMargin: top,
    // A screen reader, and a test, finds rows before anything was laid out.
    initialRect: { width: 800, height: 600 },
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    items,
    pxBefore: first ? first.start - top : 0,
    pxAfter: last ? rows.getTotalSize() - (last.end - top) : 0,
    measure: rows.measureElement,
  };
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('.main') ?? null;
}

/** How far below the top of what scrolls the list begins, whatever comes and goes above it. */
function useTopInPage(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const page = list.current?.closest('.page');
    if (!scroller || !page) return undefined;
    const look = (): void => {
      const above = (list.current?.getBoundingClientRect().top ?? 0) + scroller.scrollTop;
      setTop(Math.round(above - scroller.getBoundingClientRect().top));
    };
    look();
    // Pictures above it come later than the list, and change their height.
    const observer = new ResizeObserver(look);
    observer.observe(page);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
