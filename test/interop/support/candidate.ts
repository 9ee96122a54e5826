import { onlyIf } from '../../support/only-on.ts';
import type { Maker } from './interop-worker.ts';

/**
 * What stands against the Python worker: ours. `BUILDTRAY_INTEROP_CANDIDATE=python` compares the
 * Python worker with itself, which shows what varies by chance alone.
 */
export const candidate: Maker =
  process.env.BUILDTRAY_INTEROP_CANDIDATE === 'python' ? 'python' : 'buildtray';

/**
 * For what the Python worker is not held to; see `onlyIf`.
 *
 * @param reason what it lacks or does otherwise
 */
export function onlyOurs(reason: string) {
  return onlyIf(candidate === 'buildtray', reason);
}
