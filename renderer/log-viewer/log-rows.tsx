import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type ReactNode, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { LogQuery } from '../../main/contract/log/log-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import { type PanePlace, placeOf, wasScrolledUp } from '../components/output/pane-place.ts';
import { LogContextMenu, type LogDeeds } from './log-context-menu.tsx';
import { LogRowView } from './log-row-view.tsx';
import { RowScroll } from './row-scroll.ts';
import type { Log } from './use-log.ts';
import type { Visit } from './use-log-search.ts';

const ROW_PX = 20;
/** Rows drawn beyond the view, so that scrolling meets no gap. */
const BEYOND = 20;

/** Rows in view; empty where `last` is before `first`. */
export interface ViewRange {
  readonly first: number;
  readonly last: number;
}

interface LogRowsProps {
  readonly log: Log;
  readonly query: LogQuery | undefined;
  /** Where a search has led to; another object leads there again. */
  readonly visit: Visit | undefined;
  readonly isFollowing: boolean;
  readonly onFollowing: (isFollowing: boolean) => void;
  readonly onView: (range: ViewRange) => void;
  readonly deeds: LogDeeds;
  /** Shown in place of rows where there are none. */
  readonly children: ReactNode;
}

/** The log's rows, of which only those in view are drawn. */
export function LogRows(props: LogRowsProps) {
  const { log, query, visit, isFollowing, onFollowing, onView, deeds, children } = props;
  const texts = useTexts();
  const pane = useRef<HTMLDivElement>(null);
  const { ref: sized, height } = useElementSize();
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const scroll = useRef(new RowScroll(ROW_PX)).current;
  scroll.resize(log.count, height);
  const place = useRef<PanePlace>({ top: 0, viewPx: 0 });

  const put = (paneTop: number | undefined): void => {
    if (!pane.current) return;
    if (paneTop !== undefined) pane.current.scrollTop = paneTop;
    place.current = placeOf(pane.current);
    redraw();
  };
  // After each drawing: more rows, or a scroll bar that a long one brings, move the end.
  useLayoutEffect(() => {
    if (!isFollowing || !pane.current) return;
    scroll.resize(log.count, pane.current.clientHeight);
    const end = scroll.goToEnd();
    if (Math.abs(pane.current.scrollTop - end) >= 1) put(end);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each visit
  useLayoutEffect(() => {
    if (visit) put(scroll.goToRow(visit.row));
  }, [visit]);

  const first = Math.max(0, scroll.firstRow - BEYOND);
  const last = Math.min(log.count - 1, scroll.lastRow + BEYOND);
  useEffect(() => {
    if (last >= first) log.ask(first, last);
  });
  const { firstRow, lastRow } = scroll;
  useEffect(() => onView({ first: firstRow, last: lastRow }), [firstRow, lastRow, onView]);

  const scrolled = (scrolledPane: HTMLElement): void => {
    const before = place.current;
    const after = placeOf(scrolledPane);
    // Its new height, if it has one, is known here before it is announced.
    scroll.resize(log.count, after.viewPx);
    put(scroll.scrolled(after.top));
    onFollowing(scroll.isAtEnd || (isFollowing && !wasScrolledUp(before, after)));
  };
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_row, at) => first + at);
  const paneRef = useMergedRef(pane, sized);
  const day = log.rowAt(firstRow)?.at;
  return (
    <div className="log-area">
      <LogContextMenu
        deeds={deeds}
        area={(area) => (
          <div
            ref={paneRef}
            {...area}
            className="pane log-pane"
            role="log"
            aria-label={texts.log.label}
            aria-live="off"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
            tabIndex={0}
            onScroll={({ currentTarget }) => scrolled(currentTarget)}
          >
            {log.count === 0 ? (
              children
            ) : (
              <div className="log-content" style={{ height: scroll.contentPx }}>
                {rows.map((row) => {
                  const shown = log.rowAt(row);
                  return (
                    <LogRowView
                      key={row}
                      row={shown}
                      top={scroll.topOf(row)}
                      place={row}
                      isCurrent={visit !== undefined && shown?.line === visit.line}
                      query={query}
                      texts={texts}
                    />
                  );
                })}
              </div>
            )}
          </div>
        )}
      />
      {day !== undefined && <div className="log-date">{texts.format.date(day)}</div>}
    </div>
  );
}
