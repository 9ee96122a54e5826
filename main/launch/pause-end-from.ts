import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import type { PausedUntil } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import { nextMorning } from './next-morning.ts';

const HOUR_MS = 3_600_000;

/** When a pause ends. */
export function pauseEndFrom(
  how: Extract<WorkerRequest, { kind: 'pause' }>['how'],
  now: number,
): PausedUntil {
  if (typeof how === 'object') return now + how.hours * HOUR_MS;
  switch (how) {
    case 'until-resumed':
      return 'resumed';
    case 'one-hour':
      return now + HOUR_MS;
    case 'until-tomorrow':
      return nextMorning(now);
    default:
      return assertNever(how);
  }
}
