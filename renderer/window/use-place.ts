import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppView } from '../../main/contract/app/app-view.ts';
import type { PageName } from '../../main/contract/pages.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { PAGES, type PageEntry } from './pages.ts';

/** Where the user is: a page, and the worker that it is about. */
export interface Place {
  readonly entry: PageEntry;
  readonly worker: WorkerView | undefined;
  readonly go: (page: PageName) => void;
  readonly chooseWorker: (workerId: string) => void;
}

/** Begins where main says that the user was; main is notified of each change. */
export function usePlace(view: AppView): Place {
  const [wantedPage, go] = useState<string>(firstPlace.page);
  const [wantedWorker, chooseWorker] = useState<string>(firstPlace.workerId);
  const worker = view.workers.find(({ id }) => id === wantedWorker) ?? view.workers[0];
  const entry = entryFor(wantedPage, worker !== undefined);
  useEffect(
    () =>
      api.app.pageRequested((requested) => {
        if (requested.workerId !== undefined) chooseWorker(requested.workerId);
        go(requested.page);
      }),
    [],
  );
  useEffect(() => {
    void api.app.pageShown({ page: entry.name, workerId: worker?.id });
  }, [entry.name, worker?.id]);
  const goTo = useCallback((page: PageName) => go(page), []);
  return useMemo(() => ({ entry, worker, go: goTo, chooseWorker }), [entry, worker, goTo]);
}

/** A page that is not to be had, such as one of a worker that was removed, gives way to the first. */
function entryFor(wanted: string, hasWorker: boolean): PageEntry {
  const [first] = PAGES;
  if (first === undefined) throw new Error('there are no pages');
  const entry = PAGES.find(({ name }) => name === wanted) ?? first;
  return entry.isOfWorker && !hasWorker ? first : entry;
}

/** `#page/worker`, as main has put it after the address. */
const firstPlace = (() => {
  const [page = '', workerId = ''] = decodeURI(location.hash).slice(1).split('/');
  return { page, workerId };
})();
