import { useEffect, useState } from 'react';
import type { AppView, LogLine } from '../../main/contract/contract.ts';
import type { CommandOutput } from '../../main/contract/worker-status.ts';
import { api } from './api.ts';
import { keepLast } from './keep-last.ts';

const MOST_LOG_LINES = 500;
/** Pieces of output, each of whole lines. */
const MOST_OUTPUTS = 400;

/** What main shows now, and whatever it changes to; undefined until the first answer. */
export function useAppView(): AppView | undefined {
  const [view, setView] = useState<AppView>();
  useEffect(() => {
    // The snapshot must not undo a change that overtook it.
    let hasChanged = false;
    const stop = api.app.changed((changed) => {
      hasChanged = true;
      setView(changed);
    });
    void api.app.snapshot().then((snapshot) => {
      if (!hasChanged) setView(snapshot);
    });
    return stop;
  }, []);
  return view;
}

/** The last log lines of a worker. */
export function useLogLines(basedir: string): readonly LogLine[] {
  return useRecent(basedir, api.log.recent, api.log.written, MOST_LOG_LINES);
}

/** The last output of a worker's commands. */
export function useOutput(basedir: string): readonly CommandOutput[] {
  return useRecent(basedir, api.output.recent, api.output.printed, MOST_OUTPUTS);
}

/** The time, once a second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What was there, and what came since, bounded. */
function useRecent<T>(
  subject: string,
  recent: () => Promise<readonly T[]>,
  added: (listener: (items: readonly T[]) => void) => () => void,
  most: number,
): readonly T[] {
  const [items, setItems] = useState<readonly T[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject means another list
  useEffect(() => {
    let early: readonly T[] | undefined = [];
    const stop = added((more) => {
      if (early) early = [...early, ...more];
      else setItems((before) => keepLast([...before, ...more], most));
    });
    void recent().then((first) => {
      setItems(keepLast(first.length > 0 ? first : (early ?? []), most));
      early = undefined;
    });
    return stop;
  }, [subject, recent, added, most]);
  return items;
}
