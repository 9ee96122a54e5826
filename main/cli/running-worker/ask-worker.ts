import type { WorkerRequest } from '../../contract/worker/worker-request.ts';
import type { ControlStatus } from '../../control/control-status.ts';
import { requestProblemText } from '../../texts/request-problem-text.ts';
import { RunError } from '../program/usage-error.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Control, controlOf, findWorker } from './find-worker.ts';

/**
 * Has the worker that runs in a directory perform a request, and prints what that waits for where it
 * takes longer than a moment. Errors: RunError.
 */
export async function askWorker(
  dir: string,
  request: WorkerRequest,
  terminal: Terminal,
): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind !== 'buildtray') {
    throw new RunError(({ cli }) => cli.runningWorker.noneToAsk(found.basedir));
  }
  const control = await controlOf(found);
  try {
    void control.watch(printWaiting(terminal));
    await performBy(control, request);
  } finally {
    control.close();
  }
}

function printWaiting(terminal: Terminal): (status: ControlStatus) => void {
  let isPrinted = false;
  return ({ status }) => {
    if (isPrinted || status.kind !== 'draining' || status.waitsFor === undefined) return;
    isPrinted = true;
    terminal.echo(terminal.words.app.say(status.waitsFor));
  };
}

/** Has a worker perform a request. Errors: RunError. */
export async function performBy(control: Control, request: WorkerRequest): Promise<void> {
  const performed = await control.perform(request);
  if (performed.ok) return;
  const { problem } = performed;
  throw new RunError(({ app }) => requestProblemText(problem, app));
}
