import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { TWISTD_PID_FILENAME } from '../system/base-directory-files.ts';
import { readProc } from '../system/descriptors/read-proc.ts';
import { findProcess, isKernels } from '../system/process-table.ts';
import { commandWordsOf, directoryOf, isRunning } from '../system/running-process.ts';
import { pidFrom, readPidFile } from './pid-file.ts';

/**
 * The process of the Python worker that runs in a directory; undefined when none does. It has to be one:
 * its command and its current directory count, the number in `twistd.pid` is only where to look first.
 * One in the foreground writes no such file, and one that is just starting has not written it yet.
 */
export async function runningTwistd(basedir: string): Promise<number | undefined> {
  const ours = await stat(basedir).catch(() => undefined);
  if (ours === undefined) return undefined;
  const named = pidFrom(await readPidFile(join(basedir, TWISTD_PID_FILENAME)));
  if (named !== undefined && isRunning(named) && (await isTwistdOf(named, ours))) return named;
  return twistdAmongProcesses(ours);
}

/** Only Linux lists the directories of processes cheaply. */
async function twistdAmongProcesses(ours: Stats): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  for (const name of await readdir('/proc').catch(() => [])) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || isOtherProgram(pid)) continue;
    if ((await runsIn(pid, ours)) !== 'yes') continue;
    if (isRunning(pid) && isTwistd(await commandWordsOf(pid))) return pid;
  }
  return undefined;
}

/**
 * Whether a process is seen at once to be no twistd, as nearly all are: their directories need not be looked
 * at, of which one may be on a disk that does not answer. One that becomes another program shows nothing.
 */
function isOtherProgram(pid: number): boolean {
  try {
    const words = readProc(`/proc/${pid}/cmdline`).split('\0').slice(0, -1);
    if (words.length > 0) return !isTwistd(words);
    const entry = findProcess(pid);
    return entry === undefined || isKernels(entry);
  } catch {
    return true; // It is gone.
  }
}

/** A process of another user may be there without its directory being known. */
async function isTwistdOf(pid: number, ours: Stats): Promise<boolean> {
  return (await runsIn(pid, ours)) !== 'no' && isTwistd(await commandWordsOf(pid));
}

/** Whether a process works in the directory of these facts. */
async function runsIn(pid: number, ours: Stats): Promise<'yes' | 'no' | 'unknown'> {
  const found = await directoryOf(pid);
  if (found === undefined) return 'unknown';
  try {
    const its = await stat(found);
    return its.dev === ours.dev && its.ino === ours.ino ? 'yes' : 'no';
  } catch {
    return 'no';
  }
}

const INTERPRETER = /^(python|pypy)[\d.]*(\.exe)?$/i;
const TWISTD = /^(twistd[\d.]*|twisted(\.scripts\.twistd)?)(\.py|-script\.py|\.exe)?$/i;
const STARTER =
  /^(buildbot-worker|buildslave|buildbot_worker(\.scripts\.runner)?)(\.py|-script\.py|\.exe)?$/i;

/**
 * Whether a command is one that a Python worker runs as: `twistd`, or `buildbot-worker start`, by its own
 * name or as a script of Python.
 */
function isTwistd(words: readonly string[] | undefined): boolean {
  const [program = '', ...others] = words ?? [];
  const own = INTERPRETER.test(basename(program)) ? others : [program, ...others];
  const at = own.findIndex((word) => !word.startsWith('-'));
  const name = basename(own[at] ?? '');
  if (TWISTD.test(name)) return true;
  return STARTER.test(name) && own.slice(at + 1).some((word) => /^(re)?start$/.test(word));
}
