import { readFileSync } from 'node:fs';

/** Whether a process is there and has not ended; one that nobody has buried yet has ended. Linux. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
