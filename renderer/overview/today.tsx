import { Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { Today as TodayFacts } from '../../main/contract/overview-contract.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { useNow } from '../components/use-now.ts';
import { useSnapshot } from '../components/use-snapshot.ts';

const ASK_EVERY_MS = 5_000;
const HOUR_MS = 60 * 60_000;

/** What this machine has done today, and what it has left. */
export function Today() {
  const { texts, view } = useApp();
  const isBusy = view.workers.some(({ status: { kind } }) => isWorking(kind));
  const today = useToday(isBusy);
  if (today === undefined) return null;
  return (
    <Group component="dl" className="today" gap="lg" aria-label={texts.overview.today.title}>
      {factsOf(today, isBusy, texts).map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" className="quiet">
            {label}
          </Text>
          <Text component="dd" className="numbers" fw={600} m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}

function isWorking(kind: string): boolean {
  return kind === 'building' || kind === 'draining';
}

/** An idle machine is not asked again and again: its window rests. */
function useToday(isBusy: boolean): TodayFacts | undefined {
  const hour = useNow(HOUR_MS);
  const { value, reload } = useSnapshot({
    key: 'today',
    version: `${isBusy} ${new Date(hour).getDate()}`,
    load: () => api.overview.today(),
  });
  useEffect(() => {
    if (!isBusy) return api.builds.changed(() => void reload());
    const timer = setInterval(() => void reload(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isBusy, reload]);
  return value;
}

function factsOf(
  { builds, buildMs, processors, busyShare, freeBytes }: TodayFacts,
  isBusy: boolean,
  { overview: { today }, format }: Texts,
): readonly (readonly [label: string, value: string])[] {
  const isShared = isBusy && busyShare !== undefined;
  return [
    [today.builds, format.number(builds)],
    [today.given, format.duration(buildMs)],
    [today.processors, isShared ? today.busy(busyShare, processors) : format.number(processors)],
    ...(freeBytes === undefined ? [] : [[today.free, format.bytes(freeBytes)] as const]),
  ];
}
