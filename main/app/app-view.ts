import type { AppView } from '../contract/app.ts';
import type { WorkerView } from '../contract/worker-view.ts';
import type { Texts } from '../texts/texts.ts';
import { sentenceFrom } from '../tray/sentence.ts';
import type { HostedWorker } from './hosted-worker.ts';

export function workerViewFrom(hosted: HostedWorker, now: number, texts: Texts): WorkerView {
  const { id, name, master, basedir, status, passwordPlace, worker } = hosted;
  return {
    ...{ id, workerName: name, master, basedir, status, passwordPlace },
    sentence: sentenceFrom(status, master, now, texts),
    lastHeardAt: worker?.lastHeardAt,
  };
}

export function appViewFrom(
  about: Omit<AppView, 'workers'>,
  workers: readonly HostedWorker[],
  now: number,
  texts: Texts,
): AppView {
  return { ...about, workers: workers.map((hosted) => workerViewFrom(hosted, now, texts)) };
}
