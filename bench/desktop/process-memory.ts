import { readdirSync, readFileSync } from 'node:fs';

/** What a process and those it started hold together, shared pages counted once, in MiB. Linux only. */
export function memoryOf(pid: number): number {
  const parents = parentsByPid();
  const members = [...parents.keys()].filter((other) => isBelow(other, pid, parents));
  return members.reduce((sum, member) => sum + proportionalMib(member), 0);
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
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
  } catch {
    return 0;
  }
}

function proportionalMib(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1]) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
