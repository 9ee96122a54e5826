import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LogQuery } from '../../main/contract/log/log-contract.ts';
import type { LogFilter, LogSearchState } from '../../main/contract/log/log-rows.ts';
import { api } from '../components/api.ts';

/** Until the user has typed to the end. */
const TYPING_MS = 350;

export interface SearchRequest {
  readonly text: string;
  readonly isPattern: boolean;
  readonly matchesCase: boolean;
}

export const NO_SEARCH: SearchRequest = { text: '', isPattern: false, matchesCase: false };

/** A line that a search has led to. */
export interface Visit {
  readonly line: number;
  readonly row: number;
}

export interface LogSearch {
  /** Undefined while nothing is searched. */
  readonly query: LogQuery | undefined;
  readonly state: LogSearchState | undefined;
  /** 0 for the newest hit; undefined before the first is visited. */
  readonly current: number | undefined;
  readonly older: () => void;
  readonly newer: () => void;
  readonly cancel: () => void;
}

/** Searches the open log as the user types, and visits the hits, the newest first. */
export function useLogSearch(
  request: SearchRequest,
  filter: LogFilter,
  onVisit: (visit: Visit) => void,
): LogSearch {
  const query = useQuery(request, filter);
  const [state, setState] = useState<LogSearchState>();
  const [current, setCurrent] = useState<number>();
  useEffect(() => {
    setState(undefined);
    setCurrent(undefined);
    if (query === undefined) return;
    const stop = api.log.searched((report) => {
      if (isSame(report.query, query)) setState(report.state);
    });
    void api.log.search(query);
    return () => {
      stop();
      void api.log.cancelSearch();
    };
  }, [query]);
  const visit = useCallback(
    async (hit: number): Promise<void> => {
      const line = await api.log.lineOfHit(hit);
      if (line === undefined || query === undefined) return;
      const row = await api.log.rowOf({ line, filter: query.filter });
      setCurrent(hit);
      onVisit({ line, row });
    },
    [query, onVisit],
  );
  const reachable = state?.reachable ?? 0;
  useEffect(() => {
    if (reachable > 0 && current === undefined) void visit(0);
  }, [reachable, current, visit]);
  const older = (): void => {
    if (reachable > 0) void visit(Math.min((current ?? -1) + 1, reachable - 1));
  };
  const newer = (): void => {
    if (reachable > 0) void visit(Math.max((current ?? 0) - 1, 0));
  };
  return { query, state, current, older, newer, cancel: () => void api.log.cancelSearch() };
}

function useQuery(request: SearchRequest, filter: LogFilter): LogQuery | undefined {
  const [{ text, isPattern, matchesCase }] = useDebouncedValue(request, TYPING_MS);
  // An emptied field ends the search at once.
  const isOver = request.text === '' || text === '';
  return useMemo(
    () => (isOver ? undefined : { text, isPattern, matchesCase, filter }),
    [isOver, text, isPattern, matchesCase, filter],
  );
}

function isSame(a: LogQuery, b: LogQuery): boolean {
  return (
    a.text === b.text &&
    a.isPattern === b.isPattern &&
    a.matchesCase === b.matchesCase &&
    a.filter === b.filter
  );
}
