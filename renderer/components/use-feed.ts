import { useEffect, useState } from 'react';
import { keepLast } from './keep-last.ts';

/** A stream of one worker: what was, asked once, and what comes from then on. */
export interface Feed<T> {
  readonly recent: (workerId: string) => Promise<readonly T[]>;
  readonly added: (
    listener: (more: { readonly workerId: string; readonly items: readonly T[] }) => void,
  ) => () => void;
}

/** The last items of a worker's stream, at most `most`. `feed` must stay the same object. */
export function useFeed<T>(workerId: string, feed: Feed<T>, most: number): readonly T[] {
  const [items, setItems] = useState<readonly T[]>([]);
  useEffect(() => {
    let isOver = false;
    let early: readonly T[] | undefined = [];
    const stop = feed.added((more) => {
      if (more.workerId !== workerId) return;
      if (early) early = [...early, ...more.items];
      else setItems((before) => keepLast([...before, ...more.items], most));
    });
    setItems([]);
    void feed.recent(workerId).then((first) => {
      if (isOver) return;
      setItems(keepLast(first.length > 0 ? first : (early ?? []), most));
      early = undefined;
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [workerId, feed, most]);
  return items;
}
