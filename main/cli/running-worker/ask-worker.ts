import type { Wish } from '../../control/messages.ts';
import { RunError, runErrorOf } from '../program/usage-error.ts';
import { controlOf, findWorker } from './find-worker.ts';

/** Has the worker that runs in a directory do something. Errors: RunError. */
export async function askWorker(dir: string, wish: Wish): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind !== 'buildtray') {
    throw new RunError(({ cli }) => cli.runningWorker.noneToAsk(found.basedir));
  }
  const control = await controlOf(found);
  try {
    const performed = await control.perform(wish);
    if (!performed.ok) throw runErrorOf(performed.problem);
  } finally {
    control.close();
  }
}
