import { readProc } from './descriptors/read-proc.ts';
import { isKernels, type ProcessEntry } from './process-table.ts';

/** `NAME=value`, in the order of the process. */
export type StartEnvironment = readonly string[];

/** Of the fields of /proc/PID/stat after the name: where the environment ends in memory. */
const ENVIRONMENT_END_FIELD = 48;

/**
 * The environment that a process was started with, which it cannot change afterwards. `changing` for the
 * moment in which it becomes another program and the system shows none; an emptied environment is an
 * empty list. Undefined where the process is gone or another user's, and outside Linux.
 */
export function startEnvironmentOf({
  pid,
  parentPid,
  isZombie,
}: Pick<ProcessEntry, 'pid' | 'parentPid' | 'isZombie'>):
  | StartEnvironment
  | 'changing'
  | undefined {
  if (process.platform !== 'linux' || isZombie || isKernels({ pid, parentPid })) return undefined;
  try {
    const text = readProc(`/proc/${pid}/environ`);
    if (text === '' && !hasEnvironment(pid)) return 'changing';
    return text.split('\0').filter((entry) => entry !== '');
  } catch {
    return undefined;
  }
}

/** The system sets these addresses once the new program is in place. */
function hasEnvironment(pid: number): boolean {
  const stat = readProc(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[ENVIRONMENT_END_FIELD] !== '0';
}
