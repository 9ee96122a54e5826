import { useCallback, useState } from 'react';
import type { BuildDetails, BuildPage } from '../../main/contract/builds/build-history.ts';
import type { BuildQuery } from '../../main/contract/builds/builds-contract.ts';
import { api } from '../components/api.ts';
import { type Snapshot, type SnapshotChanges, useSnapshot } from '../components/use-snapshot.ts';

/** How many builds are shown at first, and how many more at each request. */
const STEP = 100;

export type BuildFilter = Pick<BuildQuery, 'builderName' | 'outcome' | 'text'>;

export const NO_FILTER: BuildFilter = { builderName: undefined, outcome: undefined, text: '' };

export interface Builds extends Snapshot<BuildPage> {
  readonly showMore: () => void;
}

/** The builds of a worker that a filter lets through, newest first, as they come and change. */
export function useBuilds(workerId: string, filter: BuildFilter): Builds {
  const [count, setCount] = useState(STEP);
  const page = useSnapshot({
    key: workerId,
    version: JSON.stringify([filter, count]),
    load: () => findBuilds(workerId, filter, count),
    follow: followBuilds(workerId),
  });
  const showMore = useCallback(() => setCount((before) => before + STEP), []);
  return { ...page, showMore };
}

/** `null` for a build that is no longer kept. */
export function useBuildDetails(
  workerId: string,
  buildId: string | undefined,
): Snapshot<BuildDetails | null> {
  return useSnapshot({
    key: buildId,
    load: async () => {
      if (buildId === undefined) return null;
      return (await api.builds.details({ workerId, buildId })) ?? null;
    },
    follow: followBuilds(workerId),
  });
}

/** Loads again whenever this worker's builds have changed. */
function followBuilds<T>(workerId: string) {
  return ({ reload }: SnapshotChanges<T>): (() => void) =>
    api.builds.changed((changed) => {
      if (changed === workerId) void reload();
    });
}

/** As many as are count, in as many questions as it takes. */
async function findBuilds(
  workerId: string,
  filter: BuildFilter,
  count: number,
): Promise<BuildPage> {
  let page = await api.builds.find({ workerId, ...filter, after: undefined, limit: STEP });
  while (page.hasMore && page.builds.length < count) {
    const after = page.builds.at(-1)?.id;
    const next = await api.builds.find({ workerId, ...filter, after, limit: STEP });
    page = { ...next, builds: [...page.builds, ...next.builds] };
  }
  return page;
}
