import { runningPid } from '../basedir/acquire-lock.ts';
import { runningTwistd } from '../basedir/running-twistd.ts';
import type { StateChange } from '../contract/worker/state-change.ts';
import { openControl } from '../control/control-client.ts';
import type { ControlStatus } from '../control/control-status.ts';

/** Who runs a directory's worker, and what it answers. */
export type RunningWorker =
  | {
      readonly kind: 'answers';
      readonly status: ControlStatus;
      /** Undefined where an older version runs, which keeps none. */
      readonly states: readonly StateChange[] | undefined;
    }
  | { readonly kind: 'silent' | 'buildbot-worker'; readonly pid: number }
  | { readonly kind: 'none' };

/** Asks whoever runs in a directory. It may take as long as a worker that hangs. */
export async function runningWorkerIn(basedir: string): Promise<RunningWorker> {
  const control = await openControl(basedir);
  if (control.ok) {
    try {
      const status = await control.value.status();
      if (status.ok) {
        const states = await control.value.states();
        return {
          kind: 'answers',
          status: status.value,
          states: states.ok ? states.value : undefined,
        };
      }
    } finally {
      control.value.close();
    }
  }
  return holderOf(basedir);
}

/** Who holds a directory, by its files alone. */
async function holderOf(basedir: string): Promise<RunningWorker> {
  const pid = await runningPid(basedir);
  if (pid !== undefined) return { kind: 'silent', pid };
  const twistd = await runningTwistd(basedir);
  return twistd === undefined ? { kind: 'none' } : { kind: 'buildbot-worker', pid: twistd };
}
