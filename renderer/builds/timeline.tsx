import { Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, memo, useId, useMemo, useRef, useState } from 'react';
import {
  BUILD_OUTCOMES,
  type BuildOutcome,
  type BuildSummary,
} from '../../main/contract/builds/build-history.ts';
import {
  type BuildTimeline,
  SPANS,
  type Span,
  type TimelineBar,
} from '../../main/contract/builds/build-pictures.ts';
import type { BuildFilter } from '../../main/contract/builds/builds-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import { LoadFailure } from '../components/load-failure.tsx';
import { useNow } from '../components/use-now.ts';
import { Patterns, Swatch } from './patterns.tsx';
import {
  barBeside,
  barWith,
  type Lane,
  paceOf,
  placeLanes,
  rangeOf,
  type TimeRange,
  ticksFrom,
} from './timeline-layout.ts';
import { useTimeline } from './use-builds.ts';

const LANE_PX = 30;
const BAR_PX = 18;
const AXIS_PX = 24;
const TICK_PX = 110;

/** What is needed of a build to show in which bar it is. */
export type ChosenBuild = Pick<BuildSummary, 'builderName' | 'startedAt'>;

interface TimelineProps {
  readonly workerId: string;
  readonly filter: BuildFilter;
  readonly chosen: ChosenBuild | undefined;
  readonly onChoose: (buildId: string) => void;
}

/** What ran when, the whole history long: a lane per builder, distinguished by colour and by pattern. */
export const Timeline = memo(function Timeline(props: TimelineProps) {
  const { workerId, filter, chosen, onChoose } = props;
  const { builds: words } = useTexts();
  const timeline = useTimeline(workerId, filter);
  const { value, choose } = timeline;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs" mih={30} mb="sm">
        <Title order={2}>{words.timeline.title}</Title>
        {value && (
          <SegmentedControl
            size="xs"
            aria-label={words.timeline.span}
            value={value.span}
            data={SPANS.map((span) => ({ value: span, label: words.timeline.spans[span] }))}
            onChange={(span) => choose(span as Span)}
          />
        )}
      </Group>
      <LoadFailure of={timeline} />
      {value && <Figure timeline={value} chosen={chosen} onChoose={onChoose} />}
    </Paper>
  );
});

interface FigureProps {
  readonly timeline: BuildTimeline;
  readonly chosen: ChosenBuild | undefined;
  readonly onChoose: (buildId: string) => void;
}

function Figure({ timeline, chosen, onChoose }: FigureProps) {
  const { builds: words } = useTexts();
  const { span, oldestAt, lanes: unplaced, otherBuilders, count } = timeline;
  const now = useSlowNow(paceOf(span));
  const { ref, width } = useElementSize();
  const range = useMemo(() => rangeOf(span, oldestAt, now), [span, oldestAt, now]);
  const lanes = useMemo(
    () => placeLanes(unplaced, range, Math.max(100, width)),
    [unplaced, range, width],
  );
  const builders = lanes.length + otherBuilders;
  const summaryId = useId();
  return (
    <>
      <div className="timeline">
        <div className="timeline-names" aria-hidden="true">
          {lanes.map(({ builderName }) => (
            <div key={builderName} title={builderName}>
              {builderName}
            </div>
          ))}
        </div>
        <div ref={ref} className="timeline-picture">
          <Picture
            lanes={lanes}
            range={range}
            width={width}
            chosen={barWith(lanes, chosen)?.buildId}
            onChoose={onChoose}
            summaryId={summaryId}
          />
        </div>
      </div>
      <Text size="xs" className="quiet" id={summaryId} mt="xxs">
        {words.timeline.summary(lanes.length === 0 ? 0 : count, builders, range.from, range.to)}{' '}
        {otherBuilders > 0 && `${words.timeline.others(otherBuilders)} `}
        {lanes.length > 0 && words.timeline.keys}
      </Text>
      <Legend lanes={lanes} />
    </>
  );
}

interface PictureProps {
  readonly lanes: readonly Lane[];
  readonly range: TimeRange;
  readonly width: number;
  readonly chosen: string | undefined;
  readonly onChoose: (buildId: string) => void;
  readonly summaryId: string;
}

/** Drawn again only when a bar has come or moved. */
const Picture = memo(function Picture(props: PictureProps) {
  const { lanes, range, width, chosen, onChoose, summaryId } = props;
  const { builds: words, format } = useTexts();
  const picture = useRef<SVGSVGElement>(null);
  const [wanted, setWanted] = useState<string>();
  // One bar is reached by Tab, the others from there by arrow keys.
  const reached = reachedBar(lanes, wanted ?? chosen);
  const height = Math.max(1, lanes.length) * LANE_PX + AXIS_PX;
  const xOf = (at: number): number => ((at - range.from) / (range.to - range.from)) * width;
  const offsetMs = -new Date(range.to).getTimezoneOffset() * 60_000;
  const { times, areDays } = ticksFrom(range, Math.max(2, width / TICK_PX), offsetMs);
  const pressed = (event: KeyboardEvent, { buildId }: TimelineBar): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(buildId);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const beside = barBeside(lanes, buildId, event.key);
    if (!beside) return;
    setWanted(beside.buildId);
    picture.current?.querySelector<SVGElement>(`[data-build="${beside.buildId}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of HTML can stand for a picture
    <svg
      ref={picture}
      width={width}
      height={height}
      role="group"
      aria-label={words.timeline.title}
      aria-describedby={summaryId}
    >
      <Patterns />
      {times.map((at) => (
        <g key={at} className="timeline-tick">
          <line x1={xOf(at)} x2={xOf(at)} y1={0} y2={height - AXIS_PX} />
          <text x={xOf(at)} y={height - 7} textAnchor={anchorOf(xOf(at), width)}>
            {areDays ? format.date(at) : format.time(at)}
          </text>
        </g>
      ))}
      {lanes.map(({ builderName, bars }, lane) => (
        <g key={builderName} transform={`translate(0 ${lane * LANE_PX})`}>
          <line className="timeline-lane" x1={0} x2={width} y1={LANE_PX} y2={LANE_PX} />
          {bars.map(({ bar, x, width: barWidth }) => (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot be part of a picture
            <rect
              key={bar.buildId}
              role="button"
              data-build={bar.buildId}
              className={`timeline-bar bar-${bar.outcome}`}
              fill={`url(#pattern-${bar.outcome})`}
              tabIndex={bar.buildId === reached ? 0 : -1}
              aria-label={words.timeline.bar(builderName, bar, range.to)}
              aria-pressed={bar.buildId === chosen}
              x={x}
              y={(LANE_PX - BAR_PX) / 2}
              width={barWidth}
              height={BAR_PX}
              rx={3}
              onClick={() => onChoose(bar.buildId)}
              onFocus={() => setWanted(bar.buildId)}
              onKeyDown={(event) => pressed(event, bar)}
            >
              <title>{words.timeline.bar(builderName, bar, range.to)}</title>
            </rect>
          ))}
        </g>
      ))}
    </svg>
  );
});

function reachedBar(lanes: readonly Lane[], wanted: string | undefined): string | undefined {
  const all = lanes.flatMap(({ bars }) => bars.map(({ bar }) => bar.buildId));
  return wanted !== undefined && all.includes(wanted) ? wanted : all.at(-1);
}

function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 30) return 'start';
  return x > width - 30 ? 'end' : 'middle';
}

/** What the patterns mean, of those that can be seen. */
function Legend({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { builds: words } = useTexts();
  const seen = new Set<BuildOutcome>(
    lanes.flatMap(({ bars }) => bars.map(({ bar }) => bar.outcome)),
  );
  return (
    <Group gap="md" mt="xs">
      {BUILD_OUTCOMES.filter((outcome) => seen.has(outcome)).map((outcome) => (
        <Group key={outcome} gap="xs" wrap="nowrap">
          <Swatch outcome={outcome} />
          <Text size="xs">{words.outcomes[outcome]}</Text>
        </Group>
      ))}
    </Group>
  );
}

/** The next moment at which the picture moves on. */
function useSlowNow(paceMs: number): number {
  return Math.floor(useNow(paceMs) / paceMs + 1) * paceMs;
}
