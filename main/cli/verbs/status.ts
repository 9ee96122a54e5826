import { RunError } from '../program/usage-error.ts';
import { controlOf, findWorker } from '../running-worker/find-worker.ts';
import { statusText } from '../running-worker/status-text.ts';

export interface StatusOptions {
  readonly json?: boolean;
}

/**
 * Prints what the worker of a directory is doing, as its process tells it.
 *
 * Shape:  the exit status: 0 when a worker runs there, in whatever state; 1 when none does.
 * Errors: RunError when it cannot be asked.
 */
export async function status(dir: string, { json }: StatusOptions): Promise<number> {
  const found = await findWorker(dir);
  const print = (text: string, value: object): void =>
    console.log(json ? JSON.stringify(value, undefined, 2) : text);
  const { basedir } = found;
  if (found.kind === 'none') {
    print('worker not running', { running: false, basedir });
    return 1;
  }
  if (found.kind === 'buildbot-worker') {
    const { kind: by, pid } = found;
    print(`run by buildbot-worker (process ${pid}), which does not tell its state`, {
      running: true,
      by,
      pid,
      basedir,
    });
    return 0;
  }
  const control = await controlOf(found);
  try {
    const told = await control.status();
    if (!told.ok) throw new RunError(told.problem);
    print(statusText(told.value, Date.now()), { running: true, by: 'buildtray', ...told.value });
    return 0;
  } finally {
    control.close();
  }
}
