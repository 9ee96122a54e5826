import type { BuildEstimate, BuildSummary } from '../contract/builds/build-history.ts';

/** Builds change over the months: the latest count most. */
const LATEST_BUILDS = 20;

/**
 * How long a build of a builder takes that has been running for a while: the median of the builds that
 * succeeded and took longer than that. Nothing remains of one that takes longer than all of them, of
 * which it goes by all. `builds` are newest first. Undefined where none succeeded.
 */
export function estimateFrom(
  builds: readonly BuildSummary[],
  builderName: string,
  elapsedMs: number,
): BuildEstimate | undefined {
  const durations = builds
    .filter((build) => build.builderName === builderName && build.outcome === 'ok')
    .slice(0, LATEST_BUILDS)
    .map(durationOf);
  const longer = durations.filter((durationMs) => durationMs > elapsedMs);
  const alike = longer.length > 0 ? longer : durations;
  const totalMs = medianOf(alike);
  if (totalMs === undefined) return undefined;
  return { totalMs, remainingMs: Math.max(0, totalMs - elapsedMs), builds: alike.length };
}

function durationOf({ startedAt, endedAt }: BuildSummary): number {
  return (endedAt ?? startedAt) - startedAt;
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
