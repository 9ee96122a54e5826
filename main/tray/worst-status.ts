import type { WorkerStatusKind } from '../contract/worker-status.ts';
import type { TrayWorker } from './tray-menu.ts';

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
export function worstOf(workers: readonly TrayWorker[]): TrayWorker | undefined {
  const rank = ({ status }: TrayWorker): number => WORST_FIRST.indexOf(status.kind);
  return workers.reduce<TrayWorker | undefined>(
    (worst, worker) => (worst === undefined || rank(worker) < rank(worst) ? worker : worst),
    undefined,
  );
}
