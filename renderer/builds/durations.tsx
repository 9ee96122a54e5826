import { BarChart } from '@mantine/charts';
import { Group, Paper, Text, Title } from '@mantine/core';
import { useMutationObserver } from '@mantine/hooks';
import type { BuildSummary } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { durationsFrom } from './durations-from.ts';

/** Bars grow from the bottom in one colour each. */
const COLOURS = {
  ok: 'var(--outcome-ok)',
  errors: 'var(--outcome-errors)',
  interrupted: 'var(--outcome-interrupted)',
  lost: 'var(--outcome-lost)',
} as const;
const SHOWN = ['ok', 'errors', 'interrupted', 'lost'] as const;

interface DurationsProps {
  readonly builds: readonly BuildSummary[];
  /** Undefined for the builder that built most. */
  readonly builderName: string | undefined;
}

/** How long the last builds of one builder took. */
export function Durations({ builds, builderName }: DurationsProps) {
  const { builds: words, format } = useTexts();
  const frame = useMutationObserver<HTMLDivElement>(skipLayers, { childList: true, subtree: true });
  const durations = durationsFrom(builds, builderName);
  return (
    <Paper withBorder p="md" className="builds-card">
      {/* As high as the head of the timeline beside it. */}
      <Group mih={30} mb="sm">
        <Title order={2} size="h5">
          {words.durations.title}
        </Title>
      </Group>
      {durations === undefined ? (
        <Text size="sm" className="quiet">
          {words.durations.tooFew}
        </Text>
      ) : (
        <figure className="durations">
          <div ref={frame} role="img" aria-label={words.durations.label}>
            <BarChart
              h={150}
              type="stacked"
              data={durations.bars.map(({ at, ...bar }) => ({ at: format.dateTime(at), ...bar }))}
              dataKey="at"
              series={SHOWN.map((outcome) => ({
                name: outcome,
                color: COLOURS[outcome],
                label: words.outcomes[outcome],
              }))}
              valueFormatter={format.duration}
              withXAxis={false}
              yAxisProps={{
                width: 64,
                ticks: [...durations.ticks],
                domain: [0, durations.ticks.at(-1) ?? 0],
              }}
              barProps={{ maxBarSize: 22, radius: 2 }}
              barChartProps={{ accessibilityLayer: false }}
              {...(durations.usualMs !== undefined && {
                referenceLines: [{ y: durations.usualMs, color: 'gray.6' }],
              })}
            />
          </div>
          <Text component="figcaption" size="xs" className="quiet" mt={4}>
            {words.durations.summary(
              durations.builderName,
              durations.bars.length,
              durations.usualMs,
            )}
          </Text>
        </figure>
      )}
    </Paper>
  );
}

/** Chromium lets Tab stop at the chart's layers, since React listens on them; there is nothing to do. */
function skipLayers(changes: readonly MutationRecord[]): void {
  for (const { target } of changes) {
    if (!(target instanceof Element)) continue;
    for (const layer of target.querySelectorAll('g[class^="recharts-zIndex-layer"]')) {
      layer.setAttribute('tabindex', '-1');
    }
  }
}
