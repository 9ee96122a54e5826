import { Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import {
  BUILD_OUTCOMES,
  type BuildOutcome,
  type BuildSummary,
} from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { useNow } from '../components/use-now.ts';
import { Patterns, Swatch } from './patterns.tsx';
import {
  barBeside,
  type Lane,
  lanesFrom,
  rangeOf,
  SPANS,
  type Span,
  spanFor,
  ticksFrom,
} from './timeline-layout.ts';

const LANE_PX = 30;
const BAR_PX = 18;
const AXIS_PX = 24;
const TICK_PX = 110;

interface TimelineProps {
  readonly builds: readonly BuildSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (buildId: string) => void;
}

/** What ran when: a lane per builder, a bar per build, distinguished by colour and by pattern. */
export function Timeline({ builds, chosen, onChoose }: TimelineProps) {
  const { builds: words } = useTexts();
  const now = useSlowNow();
  const [wanted, setWanted] = useState<Span>();
  const span = wanted ?? spanFor(builds, now);
  const { ref, width } = useElementSize();
  const range = rangeOf(span, builds, now);
  const lanes = lanesFrom(builds, range, Math.max(100, width));
  const count = lanes.reduce((sum, { bars }) => sum + bars.length, 0);
  const summary = words.timeline.summary(count, lanes.length, range.from, range.to);
  const summaryId = useId();
  return (
    <Paper withBorder p="md" className="builds-card">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} size="h5">
          {words.timeline.title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={words.timeline.span}
          value={span}
          data={SPANS.map((value) => ({ value, label: words.timeline.spans[value] }))}
          onChange={(value) => setWanted(value as Span)}
        />
      </Group>
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
            chosen={chosen}
            onChoose={onChoose}
            summaryId={summaryId}
          />
        </div>
      </div>
      <Text size="xs" className="quiet" id={summaryId} mt={4}>
        {summary} {count > 0 && words.timeline.keys}
      </Text>
      <Legend lanes={lanes} />
    </Paper>
  );
}

interface PictureProps {
  readonly lanes: readonly Lane[];
  readonly range: { readonly from: number; readonly to: number };
  readonly width: number;
  readonly chosen: string | undefined;
  readonly onChoose: (buildId: string) => void;
  readonly summaryId: string;
}

function Picture({ lanes, range, width, chosen, onChoose, summaryId }: PictureProps) {
  const { builds: words, format } = useTexts();
  const picture = useRef<SVGSVGElement>(null);
  const [wanted, setWanted] = useState<string>();
  // One bar is reached by Tab, the others from there by arrow keys.
  const reached = reachedBar(lanes, wanted ?? chosen);
  const height = Math.max(1, lanes.length) * LANE_PX + AXIS_PX;
  const xOf = (at: number): number => ((at - range.from) / (range.to - range.from)) * width;
  const offsetMs = -new Date(range.to).getTimezoneOffset() * 60_000;
  const { times, areDays } = ticksFrom(range, Math.max(2, width / TICK_PX), offsetMs);
  const pressed = (event: KeyboardEvent, build: BuildSummary): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(build.id);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const beside = barBeside(lanes, build.id, event.key);
    if (!beside) return;
    setWanted(beside.id);
    picture.current?.querySelector<SVGElement>(`[data-build="${beside.id}"]`)?.focus();
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
          {bars.map(({ build, x, width: barWidth }) => (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot be part of a picture
            <rect
              key={build.id}
              role="button"
              data-build={build.id}
              className={`timeline-bar bar-${build.outcome}`}
              fill={`url(#pattern-${build.outcome})`}
              tabIndex={build.id === reached ? 0 : -1}
              aria-label={barText(words, build, range.to)}
              aria-pressed={build.id === chosen}
              x={x}
              y={(LANE_PX - BAR_PX) / 2}
              width={barWidth}
              height={BAR_PX}
              rx={3}
              onClick={() => onChoose(build.id)}
              onFocus={() => setWanted(build.id)}
              onKeyDown={(event) => pressed(event, build)}
            >
              <title>{barText(words, build, range.to)}</title>
            </rect>
          ))}
        </g>
      ))}
    </svg>
  );
}

function reachedBar(lanes: readonly Lane[], wanted: string | undefined): string | undefined {
  const all = lanes.flatMap(({ bars }) => bars.map(({ build }) => build.id));
  return wanted !== undefined && all.includes(wanted) ? wanted : all.at(-1);
}

function barText(
  { timeline }: ReturnType<typeof useTexts>['builds'],
  { builderName, outcome, startedAt, endedAt }: BuildSummary,
  now: number,
): string {
  return timeline.bar(builderName, outcome, startedAt, (endedAt ?? now) - startedAt);
}

function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 30) return 'start';
  return x > width - 30 ? 'end' : 'middle';
}

/** What the patterns mean, of those that can be seen. */
function Legend({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { builds: words } = useTexts();
  const seen = new Set<BuildOutcome>(
    lanes.flatMap(({ bars }) => bars.map(({ build }) => build.outcome)),
  );
  return (
    <Group gap="md" mt={6}>
      {BUILD_OUTCOMES.filter((outcome) => seen.has(outcome)).map((outcome) => (
        <Group key={outcome} gap={6} wrap="nowrap">
          <Swatch outcome={outcome} />
          <Text size="xs">{words.outcomes[outcome]}</Text>
        </Group>
      ))}
    </Group>
  );
}

/** The picture moves on at this pace: more would only make it restless. */
const SLOW_MS = 10_000;

function useSlowNow(): number {
  return Math.floor(useNow(SLOW_MS) / SLOW_MS + 1) * SLOW_MS;
}
