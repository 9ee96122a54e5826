import type { ContractHandlers } from '../../contract/api.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import type { WorkerHistories } from '../../hosting/worker-histories.ts';
import { failed, succeeded } from '../../lib/outcome.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';
import { outputFilename, saveOutput } from '../save-output.ts';

export interface BuildsDelegate {
  readonly workers: Pick<HostedWorkers, 'find'>;
  readonly histories: Pick<WorkerHistories, 'of' | 'clear' | 'estimates'>;
  readonly texts: () => Texts;
  /** A file of the user's choice; undefined when dismissed. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | undefined>;
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
  askWhereToSave,
}: BuildsDelegate): ContractHandlers['builds'] {
  return {
    find: ({ workerId, ...query }) => histories.of(workerId)?.find(query) ?? NOTHING.page,
    timeline: ({ workerId, ...query }) =>
      histories.of(workerId)?.timeline(query) ?? NOTHING.timeline,
    durations: ({ workerId, ...query }) =>
      histories.of(workerId)?.durations(query) ?? NOTHING.durations,
    details: ({ workerId, buildId }) => histories.of(workerId)?.details(buildId),
    output: ({ workerId, buildId, commandId }) =>
      histories.of(workerId)?.output(buildId, commandId),
    async saveOutput({ workerId, buildId, commandId }) {
      const history = histories.of(workerId);
      const build = await history?.details(buildId);
      const output = await history?.output(buildId, commandId);
      if (!build || !output) return failed(texts().builds.output.gone);
      const path = await askWhereToSave(outputFilename(build, commandId));
      if (path === undefined) return succeeded(false);
      const saved = await saveOutput(path, output);
      return saved.ok ? succeeded(true) : inWords(saved, texts());
    },
    estimates: (workerId) => {
      const hosted = workers.find(workerId);
      return hosted ? histories.estimates(hosted) : [];
    },
    clear: async (workerId) => inWords(await histories.clear(workerId), texts()),
  };
}
