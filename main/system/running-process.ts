import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../lib/message-of.ts';

/** A program is exchanged within a few milliseconds, on a busy machine within some more. */
const LOOK_AGAIN_MS = 10;
const MOST_LOOKS = 50;

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Whether a process of this number runs. One that has ended and waits for its parent to notice does not. */
export async function isRunning(pid: number): Promise<boolean> {
  return isAlive(pid) && !/^[ZX]$/.test((await statFieldsOf(pid))?.[0] ?? '');
}

/**
 * When a process was started, in a text that differs for a later process of the same number;
 * undefined where the system does not tell.
 */
export async function startMarkOf(pid: number): Promise<string | undefined> {
  return (await statFieldsOf(pid))?.[19];
}

/**
 * A process's command line, words parted by spaces; undefined where the system does not tell. Empty for
 * the system's own processes, and for a moment while a process becomes another program: a process is
 * therefore looked at for a while before it is said to have none.
 */
export async function commandLineOf(
  pid: number,
  read: (path: string) => Promise<string | undefined> = readIfThere,
): Promise<string | undefined> {
  for (let look = 0; ; look += 1) {
    const words = (await read(`/proc/${pid}/cmdline`))?.replaceAll('\0', ' ').trim();
    if (words !== '' || look === MOST_LOOKS) return words;
    await delay(LOOK_AGAIN_MS);
  }
}

/** What Linux tells of a process, from its state on; undefined where the system does not tell. */
async function statFieldsOf(pid: number): Promise<readonly string[] | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything, brackets too.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
