import type { BuildSummary } from '../../main/contract/builds/build-history.ts';
import {
  SPAN_MS,
  type Span,
  type TimelineBar,
  type TimelineLane,
} from '../../main/contract/builds/build-pictures.ts';

/** A build of a moment must still be seen, and hit with a pointer. */
const NARROWEST_BAR = 5;

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly builderName: string;
  /** From the oldest to the newest. */
  readonly bars: readonly PlacedBar[];
}

export interface PlacedBar {
  readonly bar: TimelineBar;
  readonly x: number;
  readonly width: number;
}

/** What a span shows: up to now, or from the oldest build on. */
export function rangeOf(span: Span, oldestAt: number | undefined, now: number): TimeRange {
  if (span !== 'all') return { from: now - SPAN_MS[span], to: now };
  return { from: Math.min(oldestAt ?? now, now - SPAN_MS.hour), to: now };
}

/** Steps at which a picture that is some hundred pixels wide moves on; more would be seen by nobody. */
const STEPS_OF_A_PICTURE = 240;

/** How often a picture of a span is drawn again as time goes by, in ms. */
export function paceOf(span: Span): number {
  const spanMs = span === 'all' ? SPAN_MS.day : SPAN_MS[span];
  return spanMs / STEPS_OF_A_PICTURE;
}

/** Each bar that lies in the range at its place, `width` pixels wide in all; no lane without a bar. */
export function placeLanes(
  lanes: readonly TimelineLane[],
  { from, to }: TimeRange,
  width: number,
): readonly Lane[] {
  const xOf = (at: number): number => ((at - from) / (to - from)) * width;
  const placed = (bar: TimelineBar): PlacedBar => {
    const start = Math.max(0, xOf(bar.startedAt));
    const end = Math.min(width, xOf(bar.endedAt ?? to));
    const barWidth = Math.max(NARROWEST_BAR, end - start);
    return { bar, x: Math.min(start, width - barWidth), width: barWidth };
  };
  return lanes
    .map(({ builderName, bars }) => ({
      builderName,
      bars: bars.filter(({ endedAt }) => (endedAt ?? to) >= from).map(placed),
    }))
    .filter(({ bars }) => bars.length > 0);
}

/** The bar that a build is in; undefined where none is. */
export function barWith(
  lanes: readonly Lane[],
  build: Pick<BuildSummary, 'builderName' | 'startedAt'> | undefined,
): TimelineBar | undefined {
  const lane = lanes.find(({ builderName }) => builderName === build?.builderName);
  return lane?.bars.findLast(({ bar }) => bar.startedAt <= (build?.startedAt ?? 0))?.bar;
}

const MINUTE_MS = 60_000;
const STEPS = [
  ...[5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * SPAN_MS.hour),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * SPAN_MS.day),
];

export interface Ticks {
  readonly times: readonly number[];
  /** Whether they say days rather than hours. */
  readonly areDays: boolean;
}

/** Round times in a range, at most so many; `offsetMs` is the local time's distance from UTC. */
export function ticksFrom({ from, to }: TimeRange, most: number, offsetMs: number): Ticks {
  const stepMs = STEPS.find((ms) => (to - from) / ms <= most) ?? 365 * SPAN_MS.day;
  const times: number[] = [];
  const first = Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let at = first; at <= to; at += stepMs) times.push(at);
  return { times, areDays: stepMs >= SPAN_MS.day };
}

/** The bar that an arrow key leads to: in the same lane, or nearest in the next one. */
export function barBeside(
  lanes: readonly Lane[],
  buildId: string | undefined,
  key: string,
): TimelineBar | undefined {
  const at = lanes.findIndex(({ bars }) => bars.some(({ bar }) => bar.buildId === buildId));
  const bars = lanes[at]?.bars ?? [];
  const place = bars.findIndex(({ bar }) => bar.buildId === buildId);
  const here = bars[place];
  if (!here) return lanes.at(-1)?.bars.at(-1)?.bar;
  if (key === 'ArrowLeft') return bars[place - 1]?.bar;
  if (key === 'ArrowRight') return bars[place + 1]?.bar;
  const beside = lanes[key === 'ArrowUp' ? at - 1 : at + 1]?.bars ?? [];
  return beside.toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.bar;
}
