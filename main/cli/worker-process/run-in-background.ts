import type { WorkerStatus } from '../../contract/worker/worker-status.ts';
import type { LaunchedWorker } from '../../launch/launched-worker.ts';
import type { WorkerEnd } from '../../worker/worker.ts';
import { runWorker } from './run-worker.ts';
import type { Verdict } from './verdict.ts';

/** As twistd has it: what a daemon makes is for its owner alone, unless `umask` is set. */
const DAEMON_UMASK = 0o077;

/**
 * The worker that `start` leaves in the background. It tells its parent how the start went, for as long
 * as that one listens.
 *
 * Shape:  the exit status.
 */
export async function runInBackground(dir: string): Promise<number> {
  process.umask(DAEMON_UMASK);
  // The parent's interest keeps nobody alive.
  process.channel?.unref();
  const run = await runWorker({ dir, onLaunched: reportTrials });
  if (!run.ok) {
    await tellParent({ kind: 'ended', sentence: run.problem });
    return 1;
  }
  await tellParent({ kind: 'ended', sentence: endSentence(run.value) });
  return run.value?.kind === 'gave-up' ? 1 : 0;
}

function reportTrials({ worker, masterName }: LaunchedWorker): void {
  worker.onStatusChanged((status) => {
    const verdict = verdictFrom(status, masterName);
    if (verdict) void tellParent(verdict);
  });
}

function verdictFrom(status: WorkerStatus, master: string): Verdict | undefined {
  switch (status.kind) {
    case 'idle':
    case 'building':
      return { kind: 'attached', master };
    case 'error':
      return { kind: 'trouble', sentence: status.problem.sentence, isForGood: true };
    case 'connecting':
      return (
        status.problem && { kind: 'trouble', sentence: status.problem.sentence, isForGood: false }
      );
    default:
      return undefined;
  }
}

function endSentence(end: WorkerEnd | undefined): string {
  switch (end?.kind) {
    case 'gave-up':
      return `It gave up. ${end.problem.sentence}`;
    case 'sent-away':
      return 'The master sent the worker away.';
    default:
      return 'It was told to leave.';
  }
}

/** Resolves when it is on its way, or when nobody listens any more. */
function tellParent(verdict: Verdict): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(verdict, () => resolve());
    else resolve();
  });
}
