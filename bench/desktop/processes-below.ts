import { readdirSync, readFileSync } from 'node:fs';

/** A process and those that it started, by their ids. Linux only. */
export function processesBelow(pid: number): readonly number[] {
  const parents = parentsByPid();
  return [...parents.keys()].filter((other) => isBelow(other, pid, parents));
}

/** A file of /proc; empty once the process has ended. */
export function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return '';
  }
}

function isBelow(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

function parentsByPid(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.map((pid) => [Number(pid), parentOf(pid)]));
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(procFile(Number(pid), 'status'))?.[1] ?? 0);
}
