import { Text } from '@mantine/core';
import type { RunningEstimate } from '../../main/contract/builds/builds-contract.ts';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import { useNow } from '../components/use-now.ts';
import { useSnapshot } from '../components/use-snapshot.ts';

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
  const { value = [] } = useSnapshot({
    key: workerId,
    load: () => api.builds.estimates(workerId),
    follow: ({ reload }) => {
      const timer = setInterval(() => void reload(), ASK_EVERY_MS);
      const stop = api.builds.changed((changed) => {
        if (changed === workerId) void reload();
      });
      return () => {
        clearInterval(timer);
        stop();
      };
    },
  });
  return value;
}
