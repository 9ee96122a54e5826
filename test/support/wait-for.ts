import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long a test waits for what a process, a file or a network does: ten times what a machine with
 * ten times the usual load needs. Only what never comes takes so long.
 */
const PATIENCE_MS = 30_000;
/** Timers of the machine, also where a test has put a clock of its own in their place. */
const nowMs = performance.now.bind(performance);

/**
 * Waits until `check` throws no more, and gives what it returns; for tests, and for the scripts of
 * test/faults, which run without Vitest.
 *
 * Errors: what `check` threw last, once the patience has ended.
 */
export async function waitFor<T>(
  check: () => T | Promise<T>,
  intervalMs = 20,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const endMs = nowMs() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (nowMs() >= endMs) throw error;
    }
    await delay(intervalMs);
  }
}
