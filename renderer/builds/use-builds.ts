import { useRef, useState } from 'react';
import type { BuildDetails, BuildPage } from '../../main/contract/builds/build-history.ts';
import type {
  BuildDurations,
  BuildTimeline,
  Span,
} from '../../main/contract/builds/build-pictures.ts';
import type { BuildFilter } from '../../main/contract/builds/builds-contract.ts';
import { api } from '../components/api.ts';
import { useBuildsSnapshot } from '../components/use-builds-snapshot.ts';
import type { Snapshot } from '../components/use-snapshot.ts';

/** Builds that are fetched at a time: some screens full, whatever the size of the window. */
const PART = 200;
/** Another part is fetched once the view has moved so far; as many precede the view. */
const STEP = 50;

export const NO_FILTER: BuildFilter = { builderName: undefined, outcome: undefined, text: '' };

/** Where the part of the list begins that shows what is in sight from this row on. */
export function partAround(firstRow: number): number {
  return Math.max(0, Math.floor(firstRow / STEP) - 1) * STEP;
}

/** A part of the builds that a filter lets through, newest first, as they come and change. */
export function useBuilds(
  workerId: string,
  filter: BuildFilter,
  offset: number,
): Snapshot<BuildPage> {
  return useBuildsSnapshot(workerId, {
    key: workerId,
    version: JSON.stringify([filter, offset]),
    load: () => api.builds.find({ workerId, ...filter, offset, limit: PART }),
  });
}

/** `null` for a build that is no longer kept. */
export function useBuildDetails(
  workerId: string,
  buildId: string | undefined,
): Snapshot<BuildDetails | null> {
  return useBuildsSnapshot(workerId, {
    key: buildId,
    load: async () => {
      if (buildId === undefined) return null;
      return (await api.builds.details({ workerId, buildId })) ?? null;
    },
  });
}

interface Picture<T, Choice> extends Snapshot<T> {
  readonly choose: (choice: Choice) => void;
}

/** What ran when; its span is what the user chose, or what suited the builds at first. */
export function useTimeline(workerId: string, filter: BuildFilter): Picture<BuildTimeline, Span> {
  return usePicture(
    workerId,
    filter,
    (span) => api.builds.timeline({ workerId, ...filter, span }),
    ({ span }) => span,
  );
}

/** How long builds took; their builder is what the user chose, or what had built most at first. */
export function useDurations(
  workerId: string,
  filter: BuildFilter,
): Picture<BuildDurations, string> {
  return usePicture(
    workerId,
    filter,
    (of) => api.builds.durations({ workerId, ...filter, of }),
    ({ builderName }) => builderName,
  );
}

/** A picture of all builds that a filter lets through. What main chose at first stays while builds come. */
function usePicture<T, Choice extends string>(
  workerId: string,
  filter: BuildFilter,
  load: (choice: Choice | undefined) => Promise<T>,
  choiceOf: (picture: T) => Choice | undefined,
): Picture<T, Choice> {
  const [chosen, choose] = useState<Choice>();
  const question = JSON.stringify([workerId, filter]);
  const first = useRef<{ readonly question: string; readonly choice: Choice | undefined }>(
    undefined,
  );
  const picture = useBuildsSnapshot(workerId, {
    key: workerId,
    version: JSON.stringify([question, chosen]),
    load: async () => {
      const before = first.current?.question === question ? first.current.choice : undefined;
      const found = await load(chosen ?? before);
      first.current = { question, choice: choiceOf(found) };
      return found;
    },
  });
  return { ...picture, choose };
}
