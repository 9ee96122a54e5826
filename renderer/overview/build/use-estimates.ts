import { useEffect } from 'react';
import type { RunningEstimate } from '../../../main/contract/builds/builds-contract.ts';
import { api } from '../../components/api.ts';
import { useBuildsSnapshot } from '../../components/use-builds-snapshot.ts';

const ASK_EVERY_MS = 10_000;

/** How long the builds that run on a worker will take, going by those before them. */
export function useEstimates(workerId: string): readonly RunningEstimate[] {
  const { value = [], reload } = useBuildsSnapshot(workerId, {
    key: workerId,
    load: () => api.builds.estimates(workerId),
  });
  useEffect(() => {
    const timer = setInterval(() => void reload(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return value;
}
