import type { Maker } from './interop-worker.ts';

/**
 * What stands against the Python worker: ours. `BUILDTRAY_INTEROP_CANDIDATE=python` compares the
 * Python worker with itself, which shows what the scenarios say of chance alone.
 */
export const candidate: Maker =
  process.env.BUILDTRAY_INTEROP_CANDIDATE === 'python' ? 'python' : 'buildtray';
