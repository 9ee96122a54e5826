import type { AppView, WorkerView } from '../contract/contract.ts';
import { sentenceFrom } from '../tray/sentence.ts';
import type { TrayView } from '../tray/tray-menu.ts';
import type { HostedWorker } from './hosted-worker.ts';

export function trayViewFrom(hosted: HostedWorker | undefined, now: number): TrayView {
  if (hosted === undefined) return { worker: undefined };
  const { status, master } = hosted;
  return { worker: { status, sentence: sentenceFrom(status, master, now) } };
}

export function workerViewFrom(hosted: HostedWorker, now: number): WorkerView {
  const { name, master, basedir, status, passwordPlace, worker } = hosted;
  return {
    ...{ workerName: name, master, basedir, status, passwordPlace },
    sentence: sentenceFrom(status, master, now),
    lastHeardAt: worker?.lastHeardAt,
  };
}

export function appViewFrom(
  about: Pick<AppView, 'version' | 'developmentRuntime'>,
  hosted: HostedWorker | undefined,
  now: number,
): AppView {
  return { ...about, worker: hosted && workerViewFrom(hosted, now) };
}
