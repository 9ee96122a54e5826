import type { BuildOutcome, BuildSummary } from '../contract/builds/build-history.ts';
import type { BuildDurations, DurationBar } from '../contract/builds/build-pictures.ts';

/** Bars that can be distinguished in a small picture. */
const MOST_BARS = 30;

/**
 * How long the builds of a builder took: of the one that was chosen, or else of the one that built most.
 * `builds` are newest first. Where they are too many for a bar each, consecutive ones share one.
 */
export function durationsFrom(
  builds: readonly BuildSummary[],
  wanted: string | undefined,
): BuildDurations {
  const ended = builds.filter(({ endedAt }) => endedAt !== undefined);
  const builderName = wanted ?? busiestOf(ended);
  const shown = ended.filter((build) => build.builderName === builderName).reverse();
  const good = shown.filter(({ outcome }) => outcome === 'ok').map(durationOf);
  return {
    builderName,
    builderNames: [...new Set(ended.map((build) => build.builderName))].sort(),
    bars: groupsOf(shown, Math.ceil(shown.length / MOST_BARS)).map(barOf),
    builds: shown.length,
    usualMs: medianOf(good),
  };
}

/** Counted from the oldest on, so that only the last group changes as builds come. */
function groupsOf(
  builds: readonly BuildSummary[],
  size: number,
): readonly (readonly BuildSummary[])[] {
  const count = size === 0 ? 0 : Math.ceil(builds.length / size);
  return Array.from({ length: count }, (_group, at) => builds.slice(at * size, (at + 1) * size));
}

function barOf(builds: readonly BuildSummary[]): DurationBar {
  const times = builds.map(durationOf);
  const outcomes: Partial<Record<BuildOutcome, number>> = {};
  for (const { outcome } of builds) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    firstAt: builds[0]?.startedAt ?? 0,
    lastAt: builds.at(-1)?.startedAt ?? 0,
    builds: builds.length,
    shortestMs: Math.min(...times),
    middleMs: medianOf(times) ?? 0,
    longestMs: Math.max(...times),
    outcomes,
  };
}

function durationOf({ startedAt, endedAt }: BuildSummary): number {
  return (endedAt ?? startedAt) - startedAt;
}

function busiestOf(builds: readonly BuildSummary[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { builderName } of builds) counts.set(builderName, (counts.get(builderName) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
