import type { BuildOutcome, BuildSummary } from '../contract/builds/build-history.ts';
import {
  type BuildTimeline,
  SPAN_MS,
  type Span,
  type TimelineBar,
  type TimelineLane,
} from '../contract/builds/build-pictures.ts';

/** What a window of any size shows apart, and draws without delay. */
const MOST_LANES = 12;
const MOST_BARS_OF_A_LANE = 120;

/** A span with fewer builds than these is too short, as long as there are others. */
const ENOUGH_BUILDS = 3;

/** What a bar shows of several builds: whatever a person should look at first. */
const WORST_FIRST: readonly BuildOutcome[] = ['running', 'errors', 'lost', 'interrupted', 'ok'];

/**
 * What ran when, up to now. `builds` are newest first. However many they are, the answer holds some
 * hundred bars: builds of a builder that begin within the same moment of the picture share one.
 */
export function timelineFrom(
  builds: readonly BuildSummary[],
  wanted: Span | undefined,
  now: number,
): BuildTimeline {
  const span = wanted ?? shortestSpan(builds, now);
  const oldestAt = builds.at(-1)?.startedAt;
  const from = span === 'all' ? (oldestAt ?? now) : now - SPAN_MS[span];
  const shown = builds.filter(({ endedAt }) => (endedAt ?? now) >= from);
  const lanes = lanesFrom(shown, momentOf(now - from));
  return {
    span,
    oldestAt,
    lanes: lanes.slice(0, MOST_LANES).sort(byName),
    otherBuilders: Math.max(0, lanes.length - MOST_LANES),
    count: shown.length,
  };
}

/** The shortest span that shows some of what there is. */
function shortestSpan(builds: readonly BuildSummary[], now: number): Span {
  const enough = Math.min(ENOUGH_BUILDS, builds.length);
  const shows = (span: keyof typeof SPAN_MS): boolean =>
    builds.filter(({ endedAt }) => (endedAt ?? now) > now - SPAN_MS[span]).length >= enough;
  return (['hour', 'day', 'week'] as const).find(shows) ?? 'all';
}

/** A power of two, so that the same builds share a bar while time goes by. */
function momentOf(rangeMs: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, rangeMs / MOST_BARS_OF_A_LANE)));
}

/** The one that built most first. */
function lanesFrom(builds: readonly BuildSummary[], momentMs: number): TimelineLane[] {
  const ofBuilders = new Map<string, BuildSummary[]>();
  for (const build of builds) {
    const others = ofBuilders.get(build.builderName);
    if (others) others.push(build);
    else ofBuilders.set(build.builderName, [build]);
  }
  return [...ofBuilders]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([builderName, own]) => ({ builderName, bars: barsFrom(own, momentMs) }));
}

/** From the oldest to the newest, of builds that are newest first. */
function barsFrom(builds: readonly BuildSummary[], momentMs: number): readonly TimelineBar[] {
  const bars = new Map<number, TimelineBar>();
  for (const build of builds) {
    const moment = Math.floor(build.startedAt / momentMs);
    const newer = bars.get(moment);
    bars.set(moment, newer ? joined(newer, build) : barOf(build));
  }
  return [...bars.values()].reverse();
}

function barOf({ id, outcome, startedAt, endedAt }: BuildSummary): TimelineBar {
  return { buildId: id, outcome, builds: 1, startedAt, endedAt };
}

/** A bar with a build that began before those in it. */
function joined(bar: TimelineBar, { id, outcome, startedAt, endedAt }: BuildSummary): TimelineBar {
  const isWorse = WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(bar.outcome);
  return {
    buildId: isWorse ? id : bar.buildId,
    outcome: isWorse ? outcome : bar.outcome,
    builds: bar.builds + 1,
    startedAt,
    endedAt:
      bar.endedAt === undefined || endedAt === undefined
        ? undefined
        : Math.max(bar.endedAt, endedAt),
  };
}

function byName(one: TimelineLane, other: TimelineLane): number {
  return one.builderName.localeCompare(other.builderName);
}
