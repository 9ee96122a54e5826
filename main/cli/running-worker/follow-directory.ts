import type { ControlClient } from '../../control/control-client.ts';
import type { Reloaded } from '../../control/reloaded.ts';
import type { ChangeEffect } from '../../worker-settings/settings-table.ts';
import { workerSetting } from '../../worker-settings/settings-table.ts';
import { RunError } from '../program/usage-error.ts';
import { controlOf, type FoundWorker } from './find-worker.ts';

/**
 * Has the running worker of Buildtray follow what its directory says now; with `reconnect` by a fresh
 * connection between builds, where that is needed. What has changed comes back in two lines.
 *
 * Errors: RunError when it cannot run with what the directory says, or cannot be asked.
 */
export async function followDirectory(
  found: Extract<FoundWorker, { kind: 'buildtray' }>,
  reconnect: boolean,
): Promise<readonly [changed: string, then: string]> {
  const control = await controlOf(found);
  try {
    const read = await control.reload();
    if (!read.ok) throw new RunError(read.problem);
    const changed = changesText(read.value);
    if (!reconnect || read.value.effect !== 'reconnect') return [changed, THEN[read.value.effect]];
    return [changed, await connectAnew(control)];
  } finally {
    control.close();
  }
}

/** Asks for a fresh connection; what comes of it. Errors: RunError. */
export async function connectAnew(control: ControlClient): Promise<string> {
  const asked = await control.perform({ kind: 'reconnect' });
  if (!asked.ok) throw new RunError(asked.problem);
  return 'the worker connects anew as soon as no build runs';
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
