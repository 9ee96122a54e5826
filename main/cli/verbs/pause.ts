import { nextMorning } from '../../worker/next-morning.ts';
import { UsageError } from '../program/usage-error.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

export interface PauseOptions {
  readonly hours?: string;
  readonly untilTomorrow?: boolean;
}

const HOUR_MS = 3_600_000;

/** Lets running builds end, then stays away. Errors: UsageError, RunError. */
export async function pause(dir: string, options: PauseOptions): Promise<number> {
  const until = pauseEndFrom(options, Date.now());
  await askWorker(dir, { kind: 'pause', until });
  console.log('the worker pauses once its builds have ended');
  return 0;
}

/** Ends a pause, or the wish for one. Errors: RunError. */
export async function resume(dir: string): Promise<number> {
  await askWorker(dir, { kind: 'resume' });
  console.log('the worker takes builds again');
  return 0;
}

/** Takes back a graceful stop or a pause that has not begun. Errors: RunError. */
export async function cancel(dir: string): Promise<number> {
  await askWorker(dir, { kind: 'cancel-drain' });
  console.log('the worker goes on taking builds');
  return 0;
}

/** Ms since 1970, or until somebody resumes it. */
function pauseEndFrom({ hours, untilTomorrow }: PauseOptions, now: number): number | 'resumed' {
  if (hours !== undefined && untilTomorrow) {
    throw new UsageError('--hours and --until-tomorrow exclude each other.');
  }
  if (untilTomorrow) return nextMorning(now);
  if (hours === undefined) return 'resumed';
  const count = Number(hours);
  if (/^\d+(\.\d+)?$/.test(hours) && count > 0 && count <= 10_000) return now + count * HOUR_MS;
  throw new UsageError(`--hours needs a number of hours above 0, such as 1.5, not '${hours}'.`);
}
