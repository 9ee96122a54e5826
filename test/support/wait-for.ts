import { vi } from 'vitest';

/**
 * How long a test waits for what a process, a file or a network does: ten times what a machine with
 * ten times the usual load needs. Only what never comes takes so long.
 */
const PATIENCE_MS = 30_000;

/** Waits until `check` throws no more, and gives what it returns. */
export function waitFor<T>(check: () => T | Promise<T>, intervalMs = 20): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: intervalMs });
}
