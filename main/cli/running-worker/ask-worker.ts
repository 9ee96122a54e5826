import type { WorkerRequest } from '../../contract/worker/worker-request.ts';
import { requestProblemText } from '../../texts/request-problem-text.ts';
import { RunError } from '../program/usage-error.ts';
import { type Control, controlOf, findWorker } from './find-worker.ts';

/** Has the worker that runs in a directory perform a request. Errors: RunError. */
export async function askWorker(dir: string, request: WorkerRequest): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind !== 'buildtray') {
    throw new RunError(({ cli }) => cli.runningWorker.noneToAsk(found.basedir));
  }
  const control = await controlOf(found);
  try {
    await performBy(control, request);
  } finally {
    control.close();
  }
}

/** Has a worker perform a request. Errors: RunError. */
export async function performBy(control: Control, request: WorkerRequest): Promise<void> {
  const performed = await control.perform(request);
  if (performed.ok) return;
  const { problem } = performed;
  throw new RunError(({ app }) => requestProblemText(problem, app));
}
