import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RunningEstimate } from '../../main/contract/builds/builds-contract.ts';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import { useNow } from '../components/use-now.ts';

const ASK_EVERY_MS = 10_000;

/** How long the builds will take that a worker waits for, going by those before them. */
export function DrainEstimates({ workerId }: { readonly workerId: string }) {
  const estimates = useEstimates(workerId);
  const now = useNow();
  const { builds } = useTexts();
  return estimates.map(({ builderName, startedAt, estimate }) => (
    <Text key={builderName} size="sm" data-testid="estimate">
      {estimate
        ? builds.estimate.left(
            builderName,
            Math.max(0, startedAt + estimate.totalMs - now),
            estimate.builds,
          )
        : builds.estimate.unknown(builderName)}
    </Text>
  ));
}

function useEstimates(workerId: string): readonly RunningEstimate[] {
  const [estimates, setEstimates] = useState<readonly RunningEstimate[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const found = await api.builds.estimates(workerId);
      if (!isOver) setEstimates(found);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    const stop = api.builds.changed((changed) => {
      if (changed === workerId) void ask();
    });
    return () => {
      isOver = true;
      clearInterval(timer);
      stop();
    };
  }, [workerId]);
  return estimates;
}
