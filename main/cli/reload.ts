import type { ChangeEffect } from '../contract/worker-settings.ts';
import { workerSetting } from '../contract/worker-settings.ts';
import type { Reloaded } from '../control/reloaded.ts';
import { controlOf, findWorker } from './found-worker.ts';
import { RunError } from './usage-error.ts';

export interface ReloadOptions {
  /** Connect anew between builds, where the changes need that. */
  readonly reconnect?: boolean;
}

/**
 * Has the running worker follow what its directory says now, and prints what has changed.
 *
 * Errors: RunError when no worker runs there, or none can run with what the directory says.
 */
export async function reload(dir: string, { reconnect }: ReloadOptions): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind === 'none') throw new RunError(`No worker runs in ${found.basedir}.`);
  if (found.kind === 'buildbot-worker') {
    throw new RunError(
      `${found.basedir} is run by buildbot-worker (process ${found.pid}), which reads its settings only when it starts.`,
    );
  }
  const control = await controlOf(found);
  try {
    const read = await control.reload();
    if (!read.ok) throw new RunError(read.problem);
    console.log(changesText(read.value));
    const connectsAnew = reconnect === true && read.value.effect === 'reconnect';
    if (connectsAnew) {
      const asked = await control.perform({ kind: 'reconnect' });
      if (!asked.ok) throw new RunError(asked.problem);
    }
    const then = connectsAnew ? 'the worker connects anew as soon as no build runs' : undefined;
    console.log(then ?? THEN[read.value.effect]);
  } finally {
    control.close();
  }
}

function changesText({ changed, hasOtherExtras }: Reloaded): string {
  const names = changed.map((name) => workerSetting(name).tacName);
  const all = hasOtherExtras ? [...names, 'buildtray.json'] : names;
  return all.length === 0 ? 'nothing has changed' : `changed: ${all.join(', ')}`;
}

const THEN: Readonly<Record<ChangeEffect, string>> = {
  nothing: 'the worker follows its directory',
  'apply-live': 'all of it holds now',
  reconnect: 'some of it waits for the next connection: buildtray reload --reconnect',
  'restart-worker': 'some of it waits until the worker starts anew: buildtray restart --graceful',
};
