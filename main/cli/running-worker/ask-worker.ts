import type { Wish } from '../../control/messages.ts';
import { RunError } from '../program/usage-error.ts';
import { controlOf, findWorker } from './find-worker.ts';

/** Has the worker that runs in a directory do something. Errors: RunError. */
export async function askWorker(dir: string, wish: Wish): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind !== 'buildtray') {
    throw new RunError(`No worker of Buildtray runs in ${found.basedir} that could be asked.`);
  }
  const control = await controlOf(found);
  try {
    const performed = await control.perform(wish);
    if (!performed.ok) throw new RunError(performed.problem);
  } finally {
    control.close();
  }
}
