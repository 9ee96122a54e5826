import type { Maker } from '../../interop/support/interop-worker.ts';

/** Whose worker a script tries: ours, and the Python worker where `npm run faults` has brought it. */
export const CONTENDERS: readonly Maker[] = process.env.BUILDTRAY_INTEROP_VENV
  ? ['buildtray', 'python']
  : ['buildtray'];

export const NAMES: Readonly<Record<Maker, string>> = {
  buildtray: 'Buildtray',
  python: 'the Python worker',
};
