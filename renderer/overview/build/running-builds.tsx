import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { WorkerStatus } from '../../../main/contract/worker/worker-status.ts';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { useApp } from '../../components/app-context.tsx';
import { BuildCard } from './build-card.tsx';
import { useEstimates } from './use-estimates.ts';
import { useOutput } from './use-output.ts';

type BusyStatus = Extract<WorkerStatus, { kind: 'building' | 'draining' }>;

interface RunningBuildsProps {
  readonly worker: WorkerView;
  readonly status: BusyStatus;
}

/** The builds that run on a worker; while it drains, what it waits for, and what comes then. */
export function RunningBuilds({ worker, status }: RunningBuildsProps) {
  const { texts, view } = useApp();
  const { overview } = texts;
  const builders = useBuilders(status);
  const output = useOutput(worker.id, builders);
  const estimates = useEstimates(worker.id);
  const isDraining = status.kind === 'draining';
  return (
    <Stack gap="xs" data-testid={isDraining ? 'waits-for' : undefined}>
      {builders.map((builder) => (
        <BuildCard
          key={builder}
          builder={builder}
          commands={status.commands.filter(({ builderName }) => builderName === builder)}
          estimate={estimates.find(({ builderName }) => builderName === builder)}
          lines={output.get(builder) ?? []}
          isLast={isDraining}
          startsOpen={view.workers.length === 1 && builders.length === 1}
        />
      ))}
      {builders.length === 0 && <Text size="sm">{overview.waitsForMaster}</Text>}
      {isDraining && (
        <Text size="sm" data-testid="afterwards">
          {overview.afterwards[status.purpose](worker.workerName)}
        </Text>
      )}
    </Stack>
  );
}

/** Those in the middle of a build; the same array for as long as they are the same. */
function useBuilders({ builders, commands }: BusyStatus): readonly string[] {
  const names = [...builders, ...commands.map(({ builderName }) => builderName)];
  const key = JSON.stringify([...new Set(names)]);
  return useMemo(() => JSON.parse(key) as string[], [key]);
}
