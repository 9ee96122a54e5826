import { readFile } from 'node:fs/promises';
import { codeOf } from '../lib/errors.ts';

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a process was started, in a text that differs for a later process of the same number;
 * undefined where the system does not tell.
 */
export async function startMarkOf(pid: number): Promise<string | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything, brackets too.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[19];
}

/** A process's command line, words parted by spaces; undefined where the system does not tell. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  return (await readIfThere(`/proc/${pid}/cmdline`))?.replaceAll('\0', ' ').trim();
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
