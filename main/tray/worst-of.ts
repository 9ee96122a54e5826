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

/** The first worker in the worst state; undefined where there is none. */
export function worstOf<Shown extends { readonly status: WorkerStatus }>(
  workers: readonly Shown[],
): Shown | undefined {
  const rank = ({ status }: Shown): number => WORST_FIRST.indexOf(status.kind);
  return workers.reduce<Shown | undefined>(
    (worst, worker) => (worst === undefined || rank(worker) < rank(worst) ? worker : worst),
    undefined,
  );
}
