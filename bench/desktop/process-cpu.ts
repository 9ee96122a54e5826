import { processesBelow, procFile } from './processes-below.ts';

/** As Linux counts on every machine that we know. */
const TICKS_PER_SECOND = 100;

/** The processor time, in seconds, that a process and those that it started have used so far. */
export function cpuSecondsOf(pid: number): number {
  return processesBelow(pid).reduce((sum, member) => sum + ticksOf(member), 0) / TICKS_PER_SECOND;
}

function ticksOf(pid: number): number {
  // The name, in brackets, may hold anything.
  const fields = procFile(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
