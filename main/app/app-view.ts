import type { AppView, RehearsingWorker } from '../contract/app/app-view.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { WorkerView } from '../contract/worker/worker-view.ts';
import type { HostedWorker } from '../hosting/hosted-worker.ts';
import { statusSentence } from '../texts/status-sentence.ts';
import type { Texts } from '../texts/texts.ts';
import type { Worker } from '../worker/worker.ts';

/** What of a worker a window shows. */
export type ShownWorker = Pick<
  HostedWorker,
  'id' | 'name' | 'master' | 'basedir' | 'status' | 'passwordPlace' | 'leftRunning'
> & { readonly worker: Pick<Worker, 'builders'> | undefined };

function workerViewFrom(hosted: ShownWorker, now: number, texts: Texts): WorkerView {
  const { id, name, master, basedir, status, passwordPlace, worker } = hosted;
  return {
    id,
    workerName: name,
    master,
    basedir,
    status,
    passwordPlace,
    sentence: statusSentence(status, master, now, texts),
    builders: worker?.builders ?? [],
    leftRunning: hosted.leftRunning,
  };
}

/** The rehearsal's worker, which is in no list. */
export function rehearsingFrom(
  status: WorkerStatus | undefined,
  now: number,
  texts: Texts,
): RehearsingWorker | undefined {
  return status && { status, sentence: statusSentence(status, texts.rehearsal.master, now, texts) };
}

export function appViewFrom(
  about: Omit<AppView, 'workers'>,
  workers: readonly ShownWorker[],
  now: number,
  texts: Texts,
): AppView {
  return { ...about, workers: workers.map((hosted) => workerViewFrom(hosted, now, texts)) };
}
