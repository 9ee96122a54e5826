import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readProc } from './descriptors/read-proc.ts';
import { withReserveDescriptor } from './descriptors/with-reserve-descriptor.ts';

/** One process of this machine. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  readonly group: number;
  readonly session: number;
  /** Distinguishes two processes that had one pid; the same as long as one process lives. */
  readonly startedAt: string;
  /** It has ended, and waits for its parent to notice. */
  readonly isZombie: boolean;
}

/**
 * Every process there is, now; empty when the system does not report them.
 *
 * Reads while everything waits: what is listed is about to be ended, and must not fork meanwhile. On
 * Linux it reads memory only; elsewhere `ps` takes some 20 ms.
 */
export function listProcesses(): readonly ProcessEntry[] {
  return process.platform === 'linux' ? listOfProc() : listOfPs();
}

/** Beyond so many pids the whole table is read faster. */
const FEW_PIDS = 64;

/**
 * Every process that was started after `pid`, and that one: all that can belong to its tree. The whole
 * table where the system does not report that, or when that is quicker.
 *
 * A command that starts nothing, as most do, so costs two small reads instead of one for each process
 * of the machine.
 */
export function listProcessesSince(pid: number): readonly ProcessEntry[] {
  const lastPid = lastPidGiven();
  // Pids start again after the largest one.
  if (lastPid === undefined || lastPid < pid || lastPid - pid > FEW_PIDS) return listProcesses();
  const pids = Array.from({ length: lastPid - pid + 1 }, (_pid, at) => pid + at);
  return pids.map(findProcess).filter((entry) => entry !== undefined);
}

/** The last pid that was given out, the last word of /proc/loadavg; undefined outside Linux. */
export function lastPidGiven(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const pid = Number(readProc('/proc/loadavg').trim().split(' ').at(-1));
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** One process, or undefined when it is gone (or, outside Linux, cannot be asked for cheaply). */
export function findProcess(pid: number): ProcessEntry | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return entryFrom(pid, readProc(`/proc/${pid}/stat`));
  } catch {
    return undefined;
  }
}

/** The parent of Linux's own processes. */
const KERNEL_PARENT_PID = 2;

/** Whether a process is the kernel's own: it runs no program, and has neither words nor an environment. */
export function isKernels({ pid, parentPid }: Pick<ProcessEntry, 'pid' | 'parentPid'>): boolean {
  return (
    process.platform === 'linux' && (pid === KERNEL_PARENT_PID || parentPid === KERNEL_PARENT_PID)
  );
}

/**
 * Whether a number is that of a thread. Linux answers for threads as for processes when asked for one
 * by its number, though it does not list them.
 */
export function isThread(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const status = readProc(`/proc/${pid}/status`);
    return Number(/^Tgid:\s*(\d+)/m.exec(status)?.[1] ?? pid) !== pid;
  } catch {
    return false;
  }
}

function listOfProc(): readonly ProcessEntry[] {
  return withReserveDescriptor(() => readdirSync('/proc'))
    .filter((name) => /^[0-9]+$/.test(name))
    .map((name) => findProcess(Number(name)))
    .filter((entry) => entry !== undefined);
}

/** The name in parentheses may hold anything, spaces and parentheses too; fields count from its end. */
function entryFrom(pid: number, stat: string): ProcessEntry {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const numberAt = (index: number): number => Number(fields[index]);
  return {
    pid,
    parentPid: numberAt(1),
    group: numberAt(2),
    session: numberAt(3),
    startedAt: fields[19] ?? '',
    isZombie: /^[ZX]$/.test(fields[0] ?? ''),
  };
}

function listOfPs(): readonly ProcessEntry[] {
  const columns = 'pid=,ppid=,pgid=,sess=,state=,lstart=';
  return outputOfPs(columns)
    .split('\n')
    .flatMap((line) => {
      const [pid, parentPid, group, session, state, ...start] = line.trim().split(/\s+/);
      if (!pid || !parentPid || !group) return [];
      return [
        {
          pid: Number(pid),
          parentPid: Number(parentPid),
          group: Number(group),
          // macOS prints 0 or an address here: then only groups and parents show who belongs together.
          session: Number(session),
          startedAt: start.join(' '),
          isZombie: state?.startsWith('Z') ?? false,
        },
      ];
    });
}

function outputOfPs(columns: string): string {
  try {
    return execFileSync('ps', ['-A', '-o', columns], { encoding: 'utf8', timeout: 5000 });
  } catch {
    // No `ps`, or a machine too busy to answer.
    return '';
  }
}
