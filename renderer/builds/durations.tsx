import { Group, Paper, Select, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { memo } from 'react';
import type { BuildDurations } from '../../main/contract/builds/build-pictures.ts';
import type { BuildFilter } from '../../main/contract/builds/builds-contract.ts';
import { showable } from '../../main/lib/showable.ts';
import { useTexts } from '../components/app-context.tsx';
import { LoadFailure } from '../components/load-failure.tsx';
import { durationTicks, placeDurations } from './durations-layout.ts';
import { useDurations } from './use-builds.ts';

const HEIGHT_PX = 140;
/** So that the words of the highest tick are whole. */
const TOP_PX = 8;
const LABELS_PX = 68;

interface DurationsProps {
  readonly workerId: string;
  readonly filter: BuildFilter;
}

/** How long the builds of one builder took, the whole history long. */
export const Durations = memo(function Durations({ workerId, filter }: DurationsProps) {
  const { builds: words } = useTexts();
  const durations = useDurations(workerId, filter);
  const { value, choose } = durations;
  const names = value?.builderNames ?? [];
  return (
    <Paper withBorder p="md">
      {/* As high as the head of the timeline beside it. */}
      <Group mih={30} mb="sm" justify="space-between" gap="xs">
        <Title order={2}>{words.durations.title}</Title>
        {names.length > 1 && (
          <Select
            size="xs"
            w={170}
            aria-label={words.durations.builder}
            allowDeselect={false}
            value={value?.builderName ?? null}
            data={names.map((name) => ({ value: name, label: showable(name) }))}
            onChange={(name) => name !== null && choose(name)}
          />
        )}
      </Group>
      <LoadFailure of={durations} />
      {value && value.bars.length < 2 && (
        <Text size="sm" className="quiet">
          {words.durations.tooFew}
        </Text>
      )}
      {value && value.bars.length > 1 && <Figure durations={value} />}
    </Paper>
  );
});

function Figure({ durations }: { readonly durations: BuildDurations }) {
  const { builds: words } = useTexts();
  const { ref, width } = useElementSize();
  const { builderName = '', builds, bars, usualMs } = durations;
  return (
    <figure className="durations">
      <div ref={ref}>
        <Bars durations={durations} width={width} />
      </div>
      <Text component="figcaption" size="xs" className="quiet" mt="xs">
        {words.durations.summary(builderName, builds, usualMs)}{' '}
        {builds > bars.length && words.durations.shared(bars[0]?.builds ?? 1)}
      </Text>
    </figure>
  );
}

interface BarsProps {
  readonly durations: BuildDurations;
  readonly width: number;
}

function Bars({ durations, width }: BarsProps) {
  const { builds: words, format } = useTexts();
  const { bars, usualMs } = durations;
  const ticks = durationTicks(Math.max(...bars.map(({ middleMs }) => middleMs), usualMs ?? 0));
  const mostMs = ticks.at(-1) ?? 1;
  const room = { width: Math.max(0, width - LABELS_PX), height: HEIGHT_PX };
  const yOf = (ms: number): number => HEIGHT_PX * (1 - ms / mostMs);
  return (
    <svg
      width={width}
      height={TOP_PX + HEIGHT_PX + 2}
      role="img"
      aria-label={words.durations.label}
    >
      <g transform={`translate(0 ${TOP_PX})`}>
        {ticks.map((ms) => (
          <g key={ms} className="timeline-tick">
            <line x1={LABELS_PX} x2={width} y1={yOf(ms)} y2={yOf(ms)} />
            <text x={LABELS_PX - 8} y={yOf(ms) + 4} textAnchor="end">
              {format.duration(ms)}
            </text>
          </g>
        ))}
        <g transform={`translate(${LABELS_PX} 0)`}>
          {placeDurations(bars, mostMs, room).map(
            ({ bar, left, space, x, width: barPx, parts }) => (
              <g key={bar.firstAt}>
                <title>{words.durations.bar(bar)}</title>
                {/* What a pointer finds, also above a low bar. */}
                <rect x={left} y={0} width={space} height={HEIGHT_PX} fill="transparent" />
                {parts.map(({ outcome, y, height }) => (
                  <rect
                    key={outcome}
                    className="timeline-bar"
                    fill={`url(#pattern-${outcome})`}
                    x={x}
                    y={y}
                    width={barPx}
                    height={height}
                  />
                ))}
              </g>
            ),
          )}
          {usualMs !== undefined && (
            <line
              className="durations-usual"
              x1={0}
              x2={room.width}
              y1={yOf(usualMs)}
              y2={yOf(usualMs)}
            />
          )}
        </g>
      </g>
    </svg>
  );
}
