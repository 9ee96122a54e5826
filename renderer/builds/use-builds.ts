import { useCallback, useEffect, useState } from 'react';
import type {
  BuildDetails,
  BuildPage,
  BuildQuery,
} from '../../main/contract/builds/build-history.ts';
import { api } from '../components/api.ts';

/** How many builds are shown at first, and how many more at each wish. */
const STEP = 100;

export type BuildFilter = Pick<BuildQuery, 'builderName' | 'outcome' | 'text'>;

export const NO_FILTER: BuildFilter = { builderName: undefined, outcome: undefined, text: '' };

export interface Builds {
  /** Undefined until the first answer. */
  readonly page: BuildPage | undefined;
  readonly showMore: () => void;
}

/** The builds of a worker that a filter lets through, newest first, as they come and change. */
export function useBuilds(workerId: string, filter: BuildFilter): Builds {
  const [page, setPage] = useState<BuildPage>();
  const [wanted, setWanted] = useState(STEP);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const found = await findBuilds(workerId, filter, wanted);
      if (!isOver) setPage(found);
    };
    void ask();
    const stop = api.builds.changed((changed) => {
      if (changed === workerId) void ask();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [workerId, filter, wanted]);
  const showMore = useCallback(() => setWanted((before) => before + STEP), []);
  return { page, showMore };
}

/** `null` for a build that is no longer kept; undefined until the first answer. */
export function useBuildDetails(
  workerId: string,
  buildId: string | undefined,
): BuildDetails | null | undefined {
  const [details, setDetails] = useState<BuildDetails | null>();
  useEffect(() => {
    setDetails(undefined);
    if (buildId === undefined) return;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const found = await api.builds.details({ workerId, buildId });
      if (!isOver) setDetails(found ?? null);
    };
    void ask();
    const stop = api.builds.changed((changed) => {
      if (changed === workerId) void ask();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [workerId, buildId]);
  return details;
}

/** As many as are wanted, in as many questions as it takes. */
async function findBuilds(
  workerId: string,
  filter: BuildFilter,
  wanted: number,
): Promise<BuildPage> {
  let page = await api.builds.find({ workerId, ...filter, after: undefined, limit: STEP });
  while (page.hasMore && page.builds.length < wanted) {
    const after = page.builds.at(-1)?.id;
    const next = await api.builds.find({ workerId, ...filter, after, limit: STEP });
    page = { ...next, builds: [...page.builds, ...next.builds] };
  }
  return page;
}
