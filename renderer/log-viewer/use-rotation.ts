import { useCallback, useEffect, useState } from 'react';
import type { LogRotation } from '../../main/contract/log/log-contract.ts';
import { api } from '../components/api.ts';

/** How a worker's log is rotated; asked anew when `files` changes, and by what it gives back. */
export function useRotation(workerId: string, files: number | undefined) {
  const [rotation, setRotation] = useState<LogRotation>();
  const ask = useCallback(() => {
    void api.log.rotation(workerId).then(setRotation);
  }, [workerId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of files means a rotation
  useEffect(ask, [ask, files]);
  return { rotation, ask };
}
