const MORNING_HOUR = 6;
/** In the small hours "tomorrow" does not mean that same morning. */
const SHORTEST_NIGHT_MS = 4 * 3_600_000;

/** When "tomorrow" begins: at the first 6 o'clock, local time, four hours away or more. In ms since 1970. */
export function nextMorning(now: number): number {
  const morning = new Date(now);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  while (morning.getTime() - now < SHORTEST_NIGHT_MS) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}
