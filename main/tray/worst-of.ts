import type { WorkerStatus, WorkerStatusKind } from '../contract/worker/worker-status.ts';

/** What the user should know of first, of several workers. */
const WORST_FIRST: readonly WorkerStatusKind[] = [
  'error',
  'draining',
  'connecting',
  'building',
  'stopped',
  'paused',
  'idle',
];

/** The lower, the more a state needs the user. */
export function rankOf(kind: WorkerStatusKind): number {
  return WORST_FIRST.indexOf(kind);
}

/** The first worker in the worst state; undefined where there is none. */
export function worstOf<Shown extends { readonly status: WorkerStatus }>(
  workers: readonly Shown[],
): Shown | undefined {
  return workers.reduce<Shown | undefined>(
    (worst, worker) =>
      worst === undefined || rankOf(worker.status.kind) < rankOf(worst.status.kind)
        ? worker
        : worst,
    undefined,
  );
}
