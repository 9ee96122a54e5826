import type { LogRotation } from '../../main/contract/log/log-contract.ts';
import { api } from '../components/api.ts';
import { type Snapshot, useSnapshot } from '../components/use-snapshot.ts';

/** How a worker's log is rotated; loaded again when the number of `files` changes. */
export function useRotation(workerId: string, files: number | undefined): Snapshot<LogRotation> {
  return useSnapshot({ key: workerId, version: files, load: () => api.log.rotation(workerId) });
}
