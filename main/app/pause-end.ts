import type { PauseLength } from '../contract/action.ts';
import type { PausedUntil } from '../contract/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 6;
/** Nobody who pauses in the small hours means that same morning. */
const SHORTEST_NIGHT_MS = 4 * HOUR_MS;

/** When a pause ends. "Tomorrow" begins at the first 6 o'clock, local time, four hours away or more. */
export function pauseEndFrom(how: PauseLength, now: number): PausedUntil {
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

function nextMorning(now: number): number {
  const morning = new Date(now);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  while (morning.getTime() - now < SHORTEST_NIGHT_MS) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}
