import { useMemo } from 'react';
import { api } from '../../components/api.ts';
import { useApp } from '../../components/app-context.tsx';
import { useCopyText } from '../../components/menu/use-copy-text.ts';
import { useSnapshot } from '../../components/use-snapshot.ts';
import { PAGES } from '../pages.ts';
import { type FinderItem, finderItems } from './finder-items.ts';

const NONE = {};

/** Everything that can be found now. */
export function useFinderItems(showKeys: () => void): readonly FinderItem[] {
  const app = useApp();
  const { view } = app;
  const copy = useCopyText();
  const ids = view.workers.map(({ id }) => id);
  const { value: builtBy = NONE } = useSnapshot({
    key: JSON.stringify(ids),
    load: () => buildersBuiltBy(ids),
  });
  return useMemo(
    () => finderItems(app, { pages: PAGES, builtBy, copy, showKeys }),
    [app, copy, builtBy, showKeys],
  );
}

/** The builders of every worker's history, by the worker's id. */
async function buildersBuiltBy(
  workerIds: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const query = { builderName: undefined, outcome: undefined, text: '', offset: 0, limit: 1 };
  const built = await Promise.all(
    workerIds.map(async (workerId) => {
      const { builderNames } = await api.builds.find({ workerId, ...query });
      return [workerId, builderNames] as const;
    }),
  );
  return Object.fromEntries(built);
}
