import type { ContractHandlers } from '../../contract/api.ts';
import type { Texts } from '../../texts/texts.ts';
import type { HostedWorkers } from '../hosted-workers.ts';
import { inWords } from '../in-words.ts';
import type { WorkerHistories } from '../worker-histories.ts';

export interface BuildsDelegate {
  readonly workers: HostedWorkers;
  readonly histories: WorkerHistories;
  readonly texts: () => Texts;
}

const NOTHING = { builds: [], hasMore: false, builderNames: [], kept: 0 };

export function buildsHandlers({
  workers,
  histories,
  texts,
}: BuildsDelegate): ContractHandlers['builds'] {
  return {
    find: ({ workerId, ...query }) => histories.of(workerId)?.find(query) ?? NOTHING,
    details: ({ workerId, buildId }) => histories.of(workerId)?.details(buildId),
    estimates: (workerId) => {
      const hosted = workers.find(workerId);
      return hosted ? histories.estimates(hosted) : [];
    },
    clear: async (workerId) => inWords(await histories.clear(workerId), texts()),
  };
}
