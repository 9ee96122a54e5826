import type { WorkerStatus } from '../../contract/worker/worker-status.ts';
import type { LaunchedWorker } from '../../launch/launched-worker.ts';
import type { WorkerEnd } from '../../worker/worker.ts';
import { PROTECTION_LEVELS } from '../../worker-settings/rows/protection-levels.ts';
import { runWorker } from './run-worker.ts';
import type { Verdict } from './verdict.ts';

/** The command that runs this, for `start`; not for people. */
export const RUN_IN_BACKGROUND = 'run-in-background';

/** Has the level of protection of this run, where `start` was given one. */
export const PROTECTION_VARIABLE = 'BUILDTRAY_PROTECTION';

/** As twistd has it: what a daemon makes is for its owner alone, unless `umask` is set. */
const DAEMON_UMASK = 0o077;

/**
 * The worker that `start` leaves in the background. It reports to its parent how the start went, for as
 * long as that one listens.
 *
 * Shape:  the exit status.
 */
export async function runInBackground(dir: string): Promise<number> {
  process.umask(DAEMON_UMASK);
  // The connection to the parent keeps nobody alive.
  process.channel?.unref();
  const protection = PROTECTION_LEVELS.find((level) => level === process.env[PROTECTION_VARIABLE]);
  const run = await runWorker({ dir, protection, onLaunched: reportTries });
  if (!run.ok) {
    await report({ kind: 'refused', problem: run.problem });
    return 1;
  }
  await report(lastVerdict(run.value));
  return run.value?.kind === 'gave-up' ? 1 : 0;
}

function reportTries({ worker, masterName }: LaunchedWorker): void {
  void report({ kind: 'launched' });
  worker.onStatusChanged((status) => {
    const verdict = verdictFrom(status, masterName);
    if (verdict) void report(verdict);
  });
}

/** What a status means for the start; undefined while nothing is known. */
export function verdictFrom(status: WorkerStatus, master: string): Verdict | undefined {
  switch (status.kind) {
    case 'idle':
    case 'building':
      return { kind: 'attached', master };
    case 'paused':
      return { kind: 'paused' };
    case 'error':
      return { kind: 'trouble', problem: status.problem.problem, isForGood: true };
    case 'connecting':
      return (
        status.problem && {
          kind: 'trouble',
          problem: status.problem.problem,
          isForGood: false,
        }
      );
    default:
      return undefined;
  }
}

/** How the worker ended; undefined after a signal or a request. */
export function lastVerdict(end: WorkerEnd | undefined): Verdict {
  switch (end?.kind) {
    case 'gave-up':
      return { kind: 'gave-up', problem: end.problem.problem };
    case 'sent-away':
      return { kind: 'sent-away' };
    default:
      return { kind: 'asked-to-stop' };
  }
}

/** Resolves when it is on its way, or when nobody listens any more. */
function report(verdict: Verdict): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(verdict, () => resolve());
    else resolve();
  });
}
