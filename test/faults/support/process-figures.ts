import { readdir, readFile } from 'node:fs/promises';
import { descriptorsOf } from './descriptors-of.ts';

/** What a process holds. Linux. */
export interface ProcessFigures {
  readonly residentMib: number;
  /** Those that are kept ready for the next commands (FIFOs without a name) left out. */
  readonly descriptors: number;
  readonly children: number;
}

/** Errors: Node's, for a process that has ended. */
export async function figuresOf(pid: number): Promise<ProcessFigures> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [descriptors, children] = await Promise.all([descriptorsOf(pid), childrenOf(pid)]);
  const residentMib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  return { residentMib, descriptors: descriptors.length, children: children.length };
}

async function childrenOf(parent: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => ((await parentOf(pid)) === parent ? [pid] : [])),
  );
  return found.flat();
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/PPid:\s+(\d+)/.exec(status)?.[1]);
}
