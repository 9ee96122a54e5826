import { readProc } from './read-proc.ts';

/** How many descriptors a process may have open. */
export interface OpenFileLimit {
  /** What holds; programs may raise it up to `hard` themselves. */
  readonly soft: number;
  readonly hard: number;
}

/** The limit of a process, by default our own; undefined where the system does not show it. */
export function openFileLimitOf(pid: number | 'self' = 'self'): OpenFileLimit | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const limits = readProc(`/proc/${pid}/limits`);
    const [, soft, hard] = /^Max open files\s+(\S+)\s+(\S+)/m.exec(limits) ?? [];
    return soft && hard ? { soft: numberFrom(soft), hard: numberFrom(hard) } : undefined;
  } catch {
    return undefined;
  }
}

function numberFrom(text: string): number {
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : Number(text);
}
