import type { QuietHours } from '../../contract/preferences-contract.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** When the quiet hours end that it is in the midst of, in ms since 1970; undefined while it is not quiet. */
export function quietUntil({ isOn, from, to }: QuietHours, now: number): number | undefined {
  if (!isOn) return undefined;
  const date = new Date(now);
  const minutes = date.getHours() * 60 + date.getMinutes();
  // By the clock, whichever of the two times comes first in a day.
  const since = (minutes - from + DAY_MINUTES) % DAY_MINUTES;
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES;
  if (since >= length) return undefined;
  const thisMinute = now - (now % MINUTE_MS);
  return thisMinute + (length - since) * MINUTE_MS;
}
