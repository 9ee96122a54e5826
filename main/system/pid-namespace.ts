import { readlinkSync } from 'node:fs';

/**
 * Which numbering of processes this process belongs to: the pids of a container mean nothing outside of
 * it. `unknown` where the system has no such thing.
 */
export function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return 'unknown';
  }
}
