import { join } from 'node:path';
import { duplicateWorker } from '../../adding/duplicate-worker.ts';
import { checkDirectory } from '../../basedir/check-directory.ts';
import type { ContractHandlers } from '../../contract/api.ts';
import type { Keyring } from '../../desktop/keyring.ts';
import { deleteWorkerDirectory, directorySize } from '../../hosting/delete-worker-directory.ts';
import type { WorkerFeeds } from '../../hosting/feeds/worker-feeds.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import type { UserQuestions } from '../../hosting/user-questions.ts';
import type { WorkerHistories } from '../../hosting/worker-histories.ts';
import type { Clock } from '../../lib/clock.ts';
import { failed, succeeded } from '../../lib/outcome.ts';
import { TAC_FILENAME } from '../../system/base-directory-files.ts';
import { freeBytesOf } from '../../system/free-bytes-of.ts';
import { ProcessorUse } from '../../system/processor-use.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';
import { certificateOf } from '../certificate-of.ts';

export interface OverviewDelegate {
  readonly workers: Pick<
    HostedWorkers,
    'all' | 'find' | 'remove' | 'reorder' | 'adopt' | 'hasDirectory' | 'relocate'
  >;
  readonly clock: Pick<Clock, 'now'>;
  readonly keyring: Keyring;
  readonly questions: Pick<UserQuestions, 'mayLose'>;
  readonly texts: () => Texts;
  readonly histories: Pick<WorkerHistories, 'forget' | 'moved' | 'workSince'>;
  readonly feeds: Pick<WorkerFeeds, 'forget' | 'recentOutput' | 'leave'>;
  /** In the system's own dialog. */
  readonly askForDirectory: () => Promise<string | undefined>;
  /** In the system's file manager. */
  readonly showFile: (path: string) => void;
}

export function overviewHandlers(delegate: OverviewDelegate): ContractHandlers['overview'] {
  const { workers, keyring, questions, texts, histories, feeds } = delegate;
  const { askForDirectory, showFile, clock } = delegate;
  const processorUse = new ProcessorUse();
  const gone = () => failed(texts().refusals.workerGone);
  return {
    async today() {
      const midnight = new Date(clock.now()).setHours(0, 0, 0, 0);
      const free = await Promise.all(workers.all.map(({ basedir }) => freeBytesOf(basedir)));
      const known = free.filter((bytes) => bytes !== undefined);
      return {
        ...histories.workSince(midnight),
        ...processorUse.look(),
        freeBytes: known.length === 0 ? undefined : Math.min(...known),
      };
    },
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
    async locate(workerId) {
      const hosted = workers.find(workerId);
      if (hosted === undefined) return gone();
      const path = await askForDirectory();
      if (path === undefined) return succeeded(false);
      const directory = await checkDirectory(path);
      if (!directory.ok) return inWords(directory, texts());
      const { dir } = directory.value;
      if (dir !== hosted.basedir && workers.hasDirectory(dir)) {
        return failed(texts().refusals.hasWorker(dir));
      }
      await histories.moved(hosted, dir);
      await workers.relocate(hosted, dir);
      return succeeded(true);
    },
    async certificate(workerId) {
      const hosted = workers.find(workerId);
      return hosted && (await certificateOf(hosted));
    },
    showFile(workerId) {
      const hosted = workers.find(workerId);
      if (hosted) showFile(join(hosted.basedir, TAC_FILENAME));
    },
    recentOutput: (workerId) => feeds.recentOutput(workerId),
    leaveOutput: (workerId) => feeds.leave(workerId),
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
