import { BUILD_OUTCOMES, type BuildOutcome } from '../../main/contract/builds/build-history.ts';
import type { DurationBar } from '../../main/contract/builds/build-pictures.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 4, 8, 24, 48].map((hours) => hours * HOUR_MS),
];
const MOST_TICKS = 4;
/** A build of a moment must still be seen. */
const LOWEST_PART = 2;
const WIDEST_BAR = 22;
const GAP_SHARE = 0.25;

/** Round lengths of time from 0 to beyond the longest. */
export function durationTicks(longestMs: number): readonly number[] {
  const stepMs =
    STEPS.find((ms) => longestMs / ms <= MOST_TICKS) ?? Math.ceil(longestMs / MOST_TICKS);
  const count = Math.max(1, Math.ceil(longestMs / stepMs));
  return Array.from({ length: count + 1 }, (_tick, at) => at * stepMs);
}

export interface BarPart {
  readonly outcome: BuildOutcome;
  readonly y: number;
  readonly height: number;
}

export interface PlacedDuration {
  readonly bar: DurationBar;
  /** The share of the picture's width that is the bar's, and the bar in its middle. */
  readonly left: number;
  readonly space: number;
  readonly x: number;
  readonly width: number;
  /** From the bottom up: as much of the height as of the builds ended in that way. */
  readonly parts: readonly BarPart[];
}

/** Bars side by side, as high as their middle lasted, in a picture of this size for durations up to `mostMs`. */
export function placeDurations(
  bars: readonly DurationBar[],
  mostMs: number,
  size: { readonly width: number; readonly height: number },
): readonly PlacedDuration[] {
  const space = size.width / Math.max(1, bars.length);
  const width = Math.min(WIDEST_BAR, Math.max(1, space * (1 - GAP_SHARE)));
  return bars.map((bar, at) => ({
    bar,
    left: at * space,
    space,
    x: at * space + (space - width) / 2,
    width,
    parts: partsOf(bar, (bar.middleMs / mostMs) * size.height, size.height),
  }));
}

function partsOf(bar: DurationBar, barPx: number, bottom: number): readonly BarPart[] {
  let y = bottom;
  return BUILD_OUTCOMES.flatMap((outcome) => {
    const count = bar.outcomes[outcome] ?? 0;
    if (count === 0) return [];
    const height = Math.max(LOWEST_PART, (barPx * count) / bar.builds);
    y -= height;
    return [{ outcome, y, height }];
  });
}
