import { duplicateWorker } from '../../adding/duplicate-worker.ts';
import type { ContractHandlers } from '../../contract/api.ts';
import type { Keyring } from '../../desktop/keyring.ts';
import { deleteWorkerDirectory, directorySize } from '../../hosting/delete-worker-directory.ts';
import type { WorkerFeeds } from '../../hosting/feeds/worker-feeds.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import type { UserQuestions } from '../../hosting/user-questions.ts';
import type { WorkerHistories } from '../../hosting/worker-histories.ts';
import { failed, succeeded } from '../../lib/outcome.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';

export interface OverviewDelegate {
  readonly workers: Pick<HostedWorkers, 'find' | 'remove' | 'reorder' | 'adopt'>;
  readonly keyring: Keyring;
  readonly questions: Pick<UserQuestions, 'mayLose'>;
  readonly texts: () => Texts;
  readonly histories: Pick<WorkerHistories, 'forget'>;
  readonly feeds: Pick<WorkerFeeds, 'forget' | 'recentOutput'>;
}

export function overviewHandlers(delegate: OverviewDelegate): ContractHandlers['overview'] {
  const { workers, keyring, questions, texts, histories, feeds } = delegate;
  const gone = () => failed(texts().refusals.workerGone);
  return {
    async directorySize(workerId) {
      const hosted = workers.find(workerId);
      return hosted && (await directorySize(hosted.basedir));
    },
    async remove({ workerId, deletesDirectory }) {
      const hosted = workers.find(workerId);
      if (hosted === undefined) return succeeded(true);
      if (!(await questions.mayLose('remove', hosted.status))) return succeeded(false);
      await workers.remove(hosted);
      // Only now: a worker that stops reports that, too.
      feeds.forget(workerId);
      await histories.forget(hosted);
      if (!deletesDirectory) return succeeded(true);
      const deleted = await deleteWorkerDirectory(hosted.basedir, texts());
      return deleted.ok ? succeeded(true) : deleted;
    },
    recentOutput: (workerId) => feeds.recentOutput(workerId),
    reorder: (workerIds) => workers.reorder(workerIds),
    async duplicate({ workerId, ...copy }) {
      const config = workers.find(workerId)?.config;
      if (config === undefined) return gone();
      const made = await duplicateWorker(config, copy, keyring, texts());
      if (!made.ok) return made;
      const hosted = await workers.adopt(made.value);
      return hosted.ok ? succeeded(hosted.value.id) : inWords(hosted, texts());
    },
  };
}
