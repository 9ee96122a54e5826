import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '../lib/message-of.ts';
import { findProcess } from './process-table.ts';

/** A program is exchanged within a few milliseconds, on a busy machine within some more. */
const LOOK_AGAIN_MS = 10;
const MOST_LOOKS = 50;

/** Whether a process of this number exists, whoever owns it; one that has ended and is not yet reaped does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One that is there and not ours refuses.
    return codeOf(error) === 'EPERM';
  }
}

/** Whether a process of this number runs. One that has ended and waits for its parent to notice does not. */
export function isRunning(pid: number): boolean {
  return isAlive(pid) && findProcess(pid)?.isZombie !== true;
}

/**
 * When a process was started, in a text that differs for a later process of the same number; undefined
 * for one that is gone and where the system does not report it.
 */
export function startMarkOf(pid: number): string | undefined {
  return findProcess(pid)?.startedAt;
}

/**
 * Whether a process that had this start mark still runs. Where the system reports no marks, any process
 * of the number counts.
 */
export function isStillRunning(pid: number, startMark: string | undefined): boolean {
  const found = findProcess(pid);
  if (found === undefined) return process.platform !== 'linux' && isAlive(pid);
  return !found.isZombie && found.startedAt === startMark;
}

/**
 * A process's command line, words parted by spaces; undefined where the system does not report it. Empty
 * for the system's own processes, and for a moment while a process becomes another program: a process is
 * therefore looked at for a while before it is reported to have none.
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

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
