import type { BuildOutcome, BuildSummary } from '../../main/contract/builds/build-history.ts';

/** Bars that can be distinguished in a small picture. */
const MOST_BARS = 30;

/** One bar: its height stands under how the build went. */
export type DurationBar = { readonly at: number } & Partial<Record<BuildOutcome, number>>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 8, 24, 48].map((hours) => hours * HOUR_MS),
];
const MOST_TICKS = 4;

export interface Durations {
  readonly builderName: string;
  /** From the oldest to the newest. */
  readonly bars: readonly DurationBar[];
  /** Round lengths of time from 0 to beyond the longest. */
  readonly ticks: readonly number[];
  /** The median of those that succeeded, in ms; undefined where none did. */
  readonly usualMs: number | undefined;
}

/**
 * How long the last builds of a builder took: of the one that was chosen, or else of the one that built
 * most. `builds` are newest first. Undefined where there are too few for a picture.
 */
export function durationsFrom(
  builds: readonly BuildSummary[],
  wanted: string | undefined,
): Durations | undefined {
  const ended = builds.filter(({ endedAt }) => endedAt !== undefined);
  const builderName = wanted ?? busiestOf(ended);
  if (builderName === undefined) return undefined;
  const shown = ended.filter((build) => build.builderName === builderName).slice(0, MOST_BARS);
  if (shown.length < 2) return undefined;
  const bars = shown
    .toReversed()
    .map((build) => ({ at: build.startedAt, [build.outcome]: durationOf(build) }));
  const good = shown.filter(({ outcome }) => outcome === 'ok').map(durationOf);
  const ticks = ticksFor(Math.max(...shown.map(durationOf)));
  return { builderName, bars, ticks, usualMs: medianOf(good) };
}

function ticksFor(longestMs: number): readonly number[] {
  const stepMs =
    STEPS.find((ms) => longestMs / ms <= MOST_TICKS) ?? Math.ceil(longestMs / MOST_TICKS);
  const count = Math.max(1, Math.ceil(longestMs / stepMs));
  return Array.from({ length: count + 1 }, (_tick, at) => at * stepMs);
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
