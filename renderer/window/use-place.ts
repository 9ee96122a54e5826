import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RequestedPage } from '../../main/contract/app/app-contract.ts';
import type { AppView } from '../../main/contract/app/app-view.ts';
import type { PageName } from '../../main/contract/pages.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { PAGES, type PageEntry } from './pages.ts';

/** Where the user is: a page, and the worker that it is about. */
export interface Place {
  readonly entry: PageEntry;
  readonly worker: WorkerView | undefined;
  /** What was asked for with the page; another object each time. */
  readonly requested: Omit<RequestedPage, 'page'>;
  readonly go: (page: PageName, what?: Omit<RequestedPage, 'page'>) => void;
  readonly chooseWorker: (workerId: string) => void;
}

/** Begins where main says that the user was; main is notified of each change. */
export function usePlace(view: AppView): Place {
  const [wantedPage, setPage] = useState<string>(firstPlace.page);
  const [wantedWorker, chooseWorker] = useState<string>(firstPlace.workerId);
  const [requested, setRequested] = useState<Place['requested']>({
    buildId: firstPlace.buildId,
  });
  const worker = view.workers.find(({ id }) => id === wantedWorker) ?? view.workers[0];
  const entry = entryFor(wantedPage, worker !== undefined);
  const go = useCallback((page: PageName, what: Place['requested'] = {}): void => {
    if (what.workerId !== undefined) chooseWorker(what.workerId);
    setRequested(what);
    setPage(page);
  }, []);
  useEffect(() => api.app.pageRequested(({ page, ...what }) => go(page, what)), [go]);
  useEffect(() => {
    void api.app.pageShown({ page: entry.name, workerId: worker?.id });
  }, [entry.name, worker?.id]);
  return useMemo(
    () => ({ entry, worker, requested, go, chooseWorker }),
    [entry, worker, requested, go],
  );
}

/** A page that is not to be had, such as one of a worker that was removed, gives way to the first. */
function entryFor(wanted: string, hasWorker: boolean): PageEntry {
  const [first] = PAGES;
  if (first === undefined) throw new Error('there are no pages');
  const entry = PAGES.find(({ name }) => name === wanted) ?? first;
  return entry.isOfWorker && !hasWorker ? first : entry;
}

/** `#page/worker/build`, as main has put it after the address. */
const firstPlace = (() => {
  const [page = '', workerId = '', buildId = ''] = decodeURI(location.hash).slice(1).split('/');
  return { page, workerId, buildId: buildId === '' ? undefined : buildId };
})();
