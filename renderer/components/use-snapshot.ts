import { useCallback, useEffect, useRef, useState } from 'react';

/** Where a snapshot comes from, and what makes it change. */
export interface SnapshotSource<T> {
  /** Another one means another thing: the value of the one before is forgotten. Undefined: nothing to load. */
  readonly key: string | undefined;
  /** Another one means that the same thing has to be loaded again; its value stays until the answer. */
  readonly version?: unknown;
  readonly load: () => Promise<T>;
  /** Subscribes to what changes the thing while it is shown; returns what ends that. */
  readonly follow?: (changes: SnapshotChanges<T>) => () => void;
}

/** What a follower does when it is notified. */
export interface SnapshotChanges<T> {
  /** Shows this from now on; an answer that is still on its way is older, and ignored. */
  readonly put: (value: T) => void;
  /** Makes another value of the one that is shown. Before the first answer it does nothing: the change is in it. */
  readonly update: (from: (value: T) => T) => void;
  readonly reload: () => Promise<void>;
}

export interface Snapshot<T> {
  /** Undefined until the first answer. */
  readonly value: T | undefined;
  /** What went wrong with the last load; the value before it stays. Undefined when it succeeded. */
  readonly failure: Error | undefined;
  /** Loads again, after a failure too. Resolves when the answer is in. */
  readonly reload: () => Promise<void>;
}

interface Loaded<T> {
  readonly key: string | undefined;
  readonly value: T | undefined;
  readonly failure: Error | undefined;
}

/**
 * Loads something of main and follows it for as long as the component is there. Only the answer to the last
 * question counts, and none counts after a newer value was announced.
 */
export function useSnapshot<T>(source: SnapshotSource<T>): Snapshot<T> {
  const { key, version } = source;
  const [loaded, setLoaded] = useState<Loaded<T>>(nothing(key));
  const latest = useRef(source);
  latest.current = source;
  const lastQuestion = useRef(0);

  const put = useCallback(
    (value: T): void => {
      lastQuestion.current += 1;
      setLoaded({ key, value, failure: undefined });
    },
    [key],
  );
  const update = useCallback(
    (from: (value: T) => T): void =>
      setLoaded((before) =>
        before.key === key && before.value !== undefined
          ? { ...before, value: from(before.value) }
          : before,
      ),
    [key],
  );
  const reload = useCallback(async (): Promise<void> => {
    if (key === undefined) return;
    lastQuestion.current += 1;
    const question = lastQuestion.current;
    try {
      const value = await latest.current.load();
      if (question === lastQuestion.current) setLoaded({ key, value, failure: undefined });
    } catch (error) {
      if (question !== lastQuestion.current) return;
      const failure = error instanceof Error ? error : new Error(String(error));
      setLoaded((before) => ({ ...(before.key === key ? before : nothing<T>(key)), failure }));
    }
  }, [key]);

  useEffect(() => {
    // First of all, so that nothing is missed between the answer and what follows it.
    const stop = key === undefined ? undefined : latest.current.follow?.({ put, update, reload });
    return () => {
      lastQuestion.current += 1;
      stop?.();
    };
  }, [key, put, update, reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has to be loaded
  useEffect(() => void reload(), [reload, version]);

  const { value, failure } = loaded.key === key ? loaded : nothing<T>(key);
  return { value, failure, reload };
}

function nothing<T>(key: string | undefined): Loaded<T> {
  return { key, value: undefined, failure: undefined };
}
