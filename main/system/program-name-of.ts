import { showable } from '../lib/showable.ts';
import { readProc } from './descriptors/read-proc.ts';

/** What the system calls a process, at most 15 characters; its pid where it has no name for it. */
export function programNameOf(pid: number): string {
  if (process.platform !== 'linux') return `${pid}`;
  try {
    return showable(readProc(`/proc/${pid}/comm`).trimEnd()) || `${pid}`;
  } catch {
    return `${pid}`;
  }
}
