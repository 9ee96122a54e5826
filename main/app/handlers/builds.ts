import type { ContractHandlers } from '../../contract/api.ts';
import type { HostedWorkers } from '../hosted-workers.ts';
import type { WorkerHistories } from '../worker-histories.ts';

export interface BuildsDelegate {
  readonly workers: HostedWorkers;
  readonly histories: WorkerHistories;
}

const NOTHING = { builds: [], hasMore: false, builderNames: [], kept: 0 };

export function buildsHandlers({ workers, histories }: BuildsDelegate): ContractHandlers['builds'] {
  return {
    find: ({ workerId, ...query }) => histories.of(workerId)?.find(query) ?? NOTHING,
    details: ({ workerId, buildId }) => histories.of(workerId)?.details(buildId),
    estimates: (workerId) => {
      const hosted = workers.find(workerId);
      return hosted ? histories.estimates(hosted) : [];
    },
    clear: (workerId) => histories.clear(workerId),
  };
}
