/** Tries right after a lost session are quick for this long: a master that restarts is soon back. */
const RESTART_WINDOW_MS = 180_000;

const RESTART_DELAY_MS = { least: 500, most: 1_500 };
const FIRST_DELAY_MS = 1_000;

/**
 * How long to wait before the next try to connect.
 *
 * After a session was lost, tries come about every second for three minutes, since nearly always the
 * master restarts and is back soon. Otherwise the delay is drawn between 0 and a bound that doubles
 * from 1 s up to `longestSeconds` ("full jitter": a farm of workers does not come back in step), but is
 * never under half a second.
 *
 * Units: `failures` is the number of failed tries in a row, 1 or more;
 *        `sinceLostMs` is the time since a session was lost, undefined where there was none;
 *        `random` is from 0 up to 1.
 */
export function reconnectDelayMs(
  failures: number,
  longestSeconds: number,
  sinceLostMs: number | undefined,
  random: number,
): number {
  const mostMs = longestSeconds * 1000;
  if (sinceLostMs !== undefined && sinceLostMs < RESTART_WINDOW_MS) {
    const { least, most } = RESTART_DELAY_MS;
    return Math.min(mostMs, least + random * (most - least));
  }
  const boundMs = Math.min(mostMs, FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 30));
  return Math.min(mostMs, Math.max(RESTART_DELAY_MS.least, random * boundMs));
}
