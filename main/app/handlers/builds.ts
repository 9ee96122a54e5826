import type { ContractHandlers } from '../../contract/api.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import type { WorkerHistories } from '../../hosting/worker-histories.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';

export interface BuildsDelegate {
  readonly workers: Pick<HostedWorkers, 'find'>;
  readonly histories: Pick<WorkerHistories, 'of' | 'clear' | 'estimates'>;
  readonly texts: () => Texts;
}

/** Of a worker that was removed meanwhile. */
const NOTHING = {
  page: { builds: [], offset: 0, count: 0, builderNames: [], kept: 0 },
  timeline: { span: 'all', oldestAt: undefined, lanes: [], otherBuilders: 0, count: 0 },
  durations: { builderName: undefined, builderNames: [], bars: [], builds: 0, usualMs: undefined },
} as const;

export function buildsHandlers({
  workers,
  histories,
  texts,
}: BuildsDelegate): ContractHandlers['builds'] {
  return {
    find: ({ workerId, ...query }) => histories.of(workerId)?.find(query) ?? NOTHING.page,
    timeline: ({ workerId, ...query }) =>
      histories.of(workerId)?.timeline(query) ?? NOTHING.timeline,
    durations: ({ workerId, ...query }) =>
      histories.of(workerId)?.durations(query) ?? NOTHING.durations,
    details: ({ workerId, buildId }) => histories.of(workerId)?.details(buildId),
    estimates: (workerId) => {
      const hosted = workers.find(workerId);
      return hosted ? histories.estimates(hosted) : [];
    },
    clear: async (workerId) => inWords(await histories.clear(workerId), texts()),
  };
}
