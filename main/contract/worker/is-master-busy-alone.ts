import type { WorkerStatus } from './worker-status.ts';

/**
 * Whether a build that nothing is known of here may be lost with the connection: the master holds new
 * builds back until the last one ends, and has not said that it has ended.
 */
export function isMasterBusyAlone(status: WorkerStatus): boolean {
  if (status.kind !== 'building' && status.kind !== 'draining') return false;
  if (status.builders.length > 0 || status.commands.length > 0) return false;
  return status.kind === 'building' || !(status.isByUs ?? false);
}
