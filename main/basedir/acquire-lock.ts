import { readFileSync, unlinkSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { PID_FILENAME, TWISTD_PID_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readBounded } from '../system/read-bounded.ts';
import { commandLineOf, isRunning, startMarkOf } from '../system/running-process.ts';

/** A pid file that is still empty belongs to a process that is just writing it, for so long. */
const WRITING_MS = 5_000;
const MAX_PID_BYTES = 256;
const MAX_TRIES = 5;
const SETTLING_LOOKS = 40;
const SETTLING_LOOK_MS = 25;

/** Keeps every other Buildtray out of a directory until it is disposed or the process exits. */
export type BasedirLock = Teardown;

/** Directories, free of links, that this process holds or is about to. */
const heldHere = new Set<string>();

/** Errors: one sentence that names who runs the directory's worker already. */
export async function acquireLock(basedir: string): Promise<Outcome<BasedirLock, Problem>> {
  const place = await realpath(basedir).catch(() => basedir);
  if (heldHere.has(place)) return failed(runAlready(basedir, process.pid));
  heldHere.add(place);
  const lock = await lockAgainstOthers(basedir);
  if (!lock.ok) {
    heldHere.delete(place);
    return lock;
  }
  return succeeded({
    dispose() {
      heldHere.delete(place);
      lock.value.dispose();
    },
  });
}

/** To be called for a directory that this process does not hold: a file that says so is old. */
async function lockAgainstOthers(basedir: string): Promise<Outcome<BasedirLock, Problem>> {
  const twistdPid = await runningTwistd(basedir);
  if (twistdPid !== undefined) {
    return failed(problem('directory.runByBuildbotWorker', { basedir, pid: twistdPid }));
  }
  const path = join(basedir, PID_FILENAME);
  const contents = `${process.pid}\n${startMarkOf(process.pid) ?? ''}\n`;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    try {
      await writeFile(path, contents, { flag: 'wx', mode: 0o644 });
      return succeeded(releaseAtExit(path, contents));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        await removeUnwritten(path);
        return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
      }
    }
    const holder = await settledHolderOf(path);
    if (holder !== undefined && holder !== process.pid) return failed(runAlready(basedir, holder));
    await removeStale(path);
  }
  return failed(problem('directory.cannotLock', { path }));
}

function runAlready(basedir: string, holder: number | 'starting'): Problem {
  return problem('directory.runByBuildtray', { basedir, pid: String(holder) });
}

/** The process that runs a directory's worker; undefined when none does. */
export async function runningPid(basedir: string): Promise<number | undefined> {
  const holder = await holderOf(join(basedir, PID_FILENAME));
  return typeof holder === 'number' ? holder : undefined;
}

/** The process of the Python worker that runs there; undefined when none does. */
export async function runningTwistd(basedir: string): Promise<number | undefined> {
  const contents = await readPidFile(join(basedir, TWISTD_PID_FILENAME));
  const pid = pidFrom(contents);
  if (pid === undefined || !isRunning(pid)) return undefined;
  // After a crash the number may have gone to anybody.
  const command = await commandLineOf(pid);
  return command === undefined || /python|twistd|buildbot/i.test(command) ? pid : undefined;
}

/** The live process a pid file names; a word for one that has not written its number yet. */
async function holderOf(path: string): Promise<number | 'starting' | undefined> {
  const contents = await readPidFile(path);
  if (contents === undefined) return undefined;
  const pid = pidFrom(contents);
  if (pid === undefined) return (await wasJustWritten(path)) ? 'starting' : undefined;
  if (!isRunning(pid)) return undefined;
  const mark = contents.split('\n')[1];
  const found = startMarkOf(pid);
  return !mark || found === undefined || found === mark ? pid : undefined;
}

/** As `holderOf`, but whoever is just writing its number gets a second to finish. */
async function settledHolderOf(path: string): Promise<number | 'starting' | undefined> {
  let holder = await holderOf(path);
  for (let look = 0; holder === 'starting' && look < SETTLING_LOOKS; look += 1) {
    await setTimeout(SETTLING_LOOK_MS);
    holder = await holderOf(path);
  }
  return holder;
}

async function readPidFile(path: string): Promise<string | undefined> {
  try {
    return (await readBounded(path, MAX_PID_BYTES)).toString('utf8');
  } catch {
    return undefined;
  }
}

function pidFrom(contents: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,10})\s*(?:\n|$)/.exec(contents ?? '')?.[1];
  const pid = Number(digits);
  // 0 and its like would mean groups of processes.
  return digits !== undefined && pid > 0 ? pid : undefined;
}

async function wasJustWritten(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs < WRITING_MS;
  } catch {
    return false;
  }
}

/** A full disk lets a file be made and nothing be written: such a one would keep others out. */
async function removeUnwritten(path: string): Promise<void> {
  if ((await readPidFile(path)) === '') await rm(path, { force: true }).catch(() => {});
}

/** Moved away first: of two processes that find the same dead file, one must not remove the other's. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.old`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const holder = await holderOf(aside);
  if (holder !== undefined && holder !== process.pid) await rename(aside, path);
  else await rm(aside, { force: true });
}

function releaseAtExit(path: string, contents: string): BasedirLock {
  // At exit nothing asynchronous comes to its end any more.
  const release = (): void => {
    process.removeListener('exit', release);
    try {
      if (readFileSync(path, 'utf8') === contents) unlinkSync(path);
    } catch {
      // It is gone already.
    }
  };
  process.on('exit', release);
  return { dispose: release };
}
