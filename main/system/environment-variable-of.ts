import { readProc } from './descriptors/read-proc.ts';

/**
 * A variable of the environment that a process was started with; undefined where it had none of this
 * name, where the process is gone or another user's, and outside Linux.
 */
export function environmentVariableOf(pid: number, name: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const environment = readProc(`/proc/${pid}/environ`).split('\0');
    return environment.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
  } catch {
    return undefined;
  }
}
