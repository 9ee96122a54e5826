import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { LogExtent, LogFilter, LogRow } from '../../main/contract/log/log-rows.ts';
import { api } from '../components/api.ts';
import { PAGE_ROWS, RowCache } from './row-cache.ts';

/** A worker's log, of which a pane asks for what it shows. */
export interface Log {
  /** Undefined until it is open. */
  readonly extent: LogExtent | undefined;
  /** Why it cannot be read. */
  readonly problem: string | undefined;
  /** Rows that the filter lets through; only the last ones until the lines are counted. */
  readonly count: number;
  /** Undefined for a row that has not come yet: ask for it. */
  readonly rowAt: (row: number) => LogRow | undefined;
  readonly ask: (firstRow: number, lastRow: number) => void;
}

/** Opens a worker's log, follows it, and lets it go with the component. */
export function useLog(workerId: string, filter: LogFilter): Log {
  const { tail, extent, problem } = useOpenLog(workerId);
  const count = extent?.rows[filter] ?? 0;
  const rows = useRows(extent, filter, count);
  const lastRows = useMemo(() => tail.filter((row) => isShown(row, filter)), [tail, filter]);
  if (extent === undefined || extent.isCounted) return { extent, problem, count, ...rows };
  const rowAt = (row: number): LogRow | undefined => lastRows[row];
  return { extent, problem, count: lastRows.length, rowAt, ask: () => {} };
}

function useOpenLog(workerId: string) {
  const [tail, setTail] = useState<readonly LogRow[]>([]);
  const [extent, setExtent] = useState<LogExtent>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isOver = false;
    let hasChanged = false;
    const stop = api.log.changed((change) => {
      if (change.workerId !== workerId) return;
      hasChanged = true;
      setExtent(change.extent);
    });
    void api.log.open(workerId).then((opened) => {
      if (isOver) return;
      if (!opened.ok) {
        setProblem(opened.problem);
        return;
      }
      setTail(opened.value.tail);
      if (!hasChanged) setExtent(opened.value.extent);
    });
    return () => {
      isOver = true;
      stop();
      void api.log.close();
    };
  }, [workerId]);
  return { tail, extent, problem };
}

function useRows(extent: LogExtent | undefined, filter: LogFilter, count: number) {
  const generation = extent?.generation;
  const totalBytes = extent?.totalBytes;
  const isCounted = extent?.isCounted ?? false;
  const [, cameIn] = useReducer((version: number) => version + 1, 0);
  const lastCount = useRef(0);
  // A cache of its own for each numbering of the rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another generation or filter needs another cache
  const kept = useMemo(
    () => ({ cache: new RowCache(), asked: new Set<number>() }),
    [generation, filter],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: more bytes may have ended the last line
  useMemo(() => {
    kept.cache.grew(lastCount.current);
    lastCount.current = count;
  }, [kept, count, totalBytes]);
  const ask = useCallback(
    (firstRow: number, lastRow: number): void => {
      if (!isCounted) return;
      for (const page of kept.cache.missing(firstRow, lastRow, count)) {
        if (kept.asked.has(page)) continue;
        kept.asked.add(page);
        const range = { filter, firstRow: page * PAGE_ROWS, count: PAGE_ROWS };
        void api.log.slice(range).then((slice) => {
          kept.asked.delete(page);
          if (slice.generation !== generation) return;
          kept.cache.put(page, slice.rows);
          cameIn();
        });
      }
    },
    [kept, filter, count, generation, isCounted],
  );
  const rowAt = useCallback((row: number) => kept.cache.at(row), [kept]);
  return { rowAt, ask };
}

function isShown({ level }: LogRow, filter: LogFilter): boolean {
  if (filter === 'info') return true;
  return level === 'error' || (filter === 'warn' && level === 'warn');
}
