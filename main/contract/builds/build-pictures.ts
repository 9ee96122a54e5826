import type { BuildOutcome } from './build-history.ts';

export const SPANS = ['hour', 'day', 'week', 'all'] as const;
/** How far back a timeline goes. */
export type Span = (typeof SPANS)[number];

const HOUR_MS = 3_600_000;
/** How long each span is that does not go back to the first build. */
export const SPAN_MS: Readonly<Record<Exclude<Span, 'all'>, number>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
};

/** What ran when, in a size that does not depend on how much did. Times are ms since 1970. */
export interface BuildTimeline {
  readonly span: Span;
  /** When the oldest build began that the filter lets through, whatever the span; undefined for none. */
  readonly oldestAt: number | undefined;
  /** One per builder, sorted by name; those that built most where there are very many. */
  readonly lanes: readonly TimelineLane[];
  /** Builders that ran in this span, and have no lane. */
  readonly otherBuilders: number;
  /** Builds in the span, those of the other builders included. */
  readonly count: number;
}

export interface TimelineLane {
  readonly builderName: string;
  /** From the oldest to the newest. */
  readonly bars: readonly TimelineBar[];
}

/** One build, or several that began so close together that no picture could show them apart. */
export interface TimelineBar {
  /** The build that it leads to: the newest of those with its outcome. */
  readonly buildId: string;
  /** The worst of them. */
  readonly outcome: BuildOutcome;
  readonly builds: number;
  readonly startedAt: number;
  /** Undefined while one runs. */
  readonly endedAt: number | undefined;
}

/** How long builds of one builder took, in a size that does not depend on how many there were. */
export interface BuildDurations {
  /** Undefined where no build has ended. */
  readonly builderName: string | undefined;
  /** The builders that the filter lets through, sorted. */
  readonly builderNames: readonly string[];
  /** From the oldest to the newest. */
  readonly bars: readonly DurationBar[];
  /** How many builds the bars are of. */
  readonly builds: number;
  /** The median of those that succeeded, in ms; undefined where none did. */
  readonly usualMs: number | undefined;
}

/** One build, or several consecutive ones. */
export interface DurationBar {
  /** When its first and its last build began. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly builds: number;
  readonly shortestMs: number;
  /** The median: the bar's height. */
  readonly middleMs: number;
  readonly longestMs: number;
  /** How many ended in which way. */
  readonly outcomes: Readonly<Partial<Record<BuildOutcome, number>>>;
}
