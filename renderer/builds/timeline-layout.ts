import type { BuildSummary } from '../../main/contract/builds/build-history.ts';

export const SPANS = ['hour', 'day', 'week', 'all'] as const;
export type Span = (typeof SPANS)[number];

const HOUR_MS = 3_600_000;
const SPAN_MS: Readonly<Record<Exclude<Span, 'all'>, number>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
};
/** A build of a moment must still be seen, and hit with a pointer. */
const NARROWEST_BAR = 5;

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly builderName: string;
  /** From the oldest to the newest. */
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly build: BuildSummary;
  readonly x: number;
  readonly width: number;
}

/** What a span shows: up to now, or from the oldest build on. */
export function rangeOf(span: Span, builds: readonly BuildSummary[], now: number): TimeRange {
  if (span !== 'all') return { from: now - SPAN_MS[span], to: now };
  const oldest = Math.min(now, ...builds.map(({ startedAt }) => startedAt));
  return { from: Math.min(oldest, now - HOUR_MS), to: now };
}

/** The shortest span that shows some of what there is. */
export function spanFor(builds: readonly BuildSummary[], now: number): Span {
  const newest = Math.max(...builds.map(({ endedAt }) => endedAt ?? now), 0);
  const count = (ms: number): number =>
    builds.filter(({ endedAt }) => (endedAt ?? now) > now - ms).length;
  if (newest > now - HOUR_MS && count(HOUR_MS) >= Math.min(3, builds.length)) return 'hour';
  if (count(SPAN_MS.day) >= Math.min(3, builds.length)) return 'day';
  return count(SPAN_MS.week) >= Math.min(3, builds.length) ? 'week' : 'all';
}

/** A lane per builder with a bar per build that lies in the range, `width` pixels wide in all. */
export function lanesFrom(
  builds: readonly BuildSummary[],
  { from, to }: TimeRange,
  width: number,
): readonly Lane[] {
  const lanes = new Map<string, Bar[]>();
  const xOf = (at: number): number => ((at - from) / (to - from)) * width;
  const shown = builds.filter(
    ({ startedAt, endedAt }) => (endedAt ?? to) >= from && startedAt <= to,
  );
  for (const build of shown.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const start = Math.max(0, xOf(build.startedAt));
    const end = Math.min(width, xOf(build.endedAt ?? to));
    const barWidth = Math.max(NARROWEST_BAR, end - start);
    const bar = { build, x: Math.min(start, width - barWidth), width: barWidth };
    const lane = lanes.get(build.builderName);
    if (lane) lane.push(bar);
    else lanes.set(build.builderName, [bar]);
  }
  return [...lanes]
    .map(([builderName, bars]) => ({ builderName, bars }))
    .sort((a, b) => a.builderName.localeCompare(b.builderName));
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS = [
  ...[5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY_MS),
];

export interface Ticks {
  readonly times: readonly number[];
  /** Whether they say days rather than hours. */
  readonly areDays: boolean;
}

/** Round times in a range, at most so many; `offsetMs` is the local time's distance from UTC. */
export function ticksFrom({ from, to }: TimeRange, most: number, offsetMs: number): Ticks {
  const stepMs = STEPS.find((ms) => (to - from) / ms <= most) ?? 365 * DAY_MS;
  const times: number[] = [];
  const first = Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let at = first; at <= to; at += stepMs) times.push(at);
  return { times, areDays: stepMs >= DAY_MS };
}

/** The bar that an arrow key leads to: in the same lane, or nearest in the next one. */
export function barBeside(
  lanes: readonly Lane[],
  buildId: string | undefined,
  key: string,
): BuildSummary | undefined {
  const at = lanes.findIndex(({ bars }) => bars.some(({ build }) => build.id === buildId));
  const bars = lanes[at]?.bars ?? [];
  const place = bars.findIndex(({ build }) => build.id === buildId);
  const bar = bars[place];
  if (!bar) return lanes.at(-1)?.bars.at(-1)?.build;
  if (key === 'ArrowLeft') return bars[place - 1]?.build;
  if (key === 'ArrowRight') return bars[place + 1]?.build;
  const beside = lanes[key === 'ArrowUp' ? at - 1 : at + 1]?.bars ?? [];
  return beside.toSorted((a, b) => Math.abs(a.x - bar.x) - Math.abs(b.x - bar.x))[0]?.build;
}
