import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { codeOf } from '../lib/message-of.ts';
import { findProcess } from './process-table.ts';

/** A program is exchanged within a few milliseconds, on a busy machine within some more. */
const LOOK_AGAIN_MS = 10;
const MOST_LOOKS = 50;
const PROGRAM_TIMEOUT_MS = 5_000;

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

/** Ends a process that cannot refuse; one that is gone, or not ours to end, is left alone. */
export function killByForce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Whether it still runs is what the next look shows.
  }
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
 * The words of a process's command line; undefined where the system does not report them. None for the
 * system's own processes, and for a moment while a process becomes another program: a process is
 * therefore looked at for a while before it is reported to have none.
 */
export async function commandWordsOf(
  pid: number,
  read: (pid: number) => Promise<readonly string[] | undefined> = readCommandWords,
): Promise<readonly string[] | undefined> {
  for (let look = 0; ; look += 1) {
    const words = await read(pid);
    if (words?.length !== 0 || look === MOST_LOOKS) return words;
    await delay(LOOK_AGAIN_MS);
  }
}

async function readCommandWords(pid: number): Promise<readonly string[] | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    return text?.split('\0').slice(0, -1);
  }
  // Not tried: needs macOS. Words with spaces fall apart there.
  const printed = await outputOf('ps', ['-o', 'command=', '-p', `${pid}`]);
  return printed?.trim().split(/\s+/);
}

/**
 * The current directory of a process, or a path that leads to it; undefined where the system does not
 * report it, as for processes of other users.
 */
export async function directoryOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const path = `/proc/${pid}/cwd`;
    return stat(path).then(
      () => path,
      () => undefined,
    );
  }
  // Not tried: needs macOS.
  const printed = await outputOf('lsof', ['-a', '-d', 'cwd', '-Fn', '-p', `${pid}`]);
  return /^n(.+)$/m.exec(printed ?? '')?.[1];
}

const run = promisify(execFile);

async function outputOf(program: string, args: readonly string[]): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  try {
    return (await run(program, args, { timeout: PROGRAM_TIMEOUT_MS })).stdout;
  } catch {
    return undefined;
  }
}
