import { lstatSync, unlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Problem, problem } from '../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { PID_FILENAME, TWISTD_PID_FILENAME } from '../system/base-directory-files.ts';
import { holdDirectory, holdsDirectory } from '../system/directory-hold.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readStartSync } from '../system/opening/read-start-sync.ts';
import { commandWordsOf, isRunning, startMarkOf } from '../system/running-process.ts';
import { replaceFile } from '../system/writing/replace-file.ts';
import { removeLeftTemporaries } from '../system/writing/temporary-file.ts';
import { pidFrom, readPidFile } from './pid-file.ts';
import { runningTwistd } from './running-twistd.ts';

/** Who has just got hold of a directory writes its number within a moment. */
const NAMING_LOOKS = 40;
const NAMING_LOOK_MS = 25;

/** Keeps every other worker out of a directory until it is disposed or the process ends. */
export interface BasedirLock extends Teardown {
  /** The process that held the directory last, where that ended without letting it go: killed, or crashed. */
  readonly lostHolder: number | undefined;
}

/** Directories, free of links, that this process holds or is about to. */
const heldHere = new Set<string>();

/**
 * Keeps others out of a directory: Buildtrays by a hold of the kernel's, which decides between any number
 * of starts at once and ends with the process; `buildbot-worker` by `twistd.pid`, which is all that it
 * looks at. The files only name who holds it.
 *
 * Errors: one sentence that names who runs the directory's worker already.
 */
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
    lostHolder: lock.value.lostHolder,
    dispose() {
      heldHere.delete(place);
      lock.value.dispose();
    },
  });
}

/** To be called for a directory that this process does not hold. */
async function lockAgainstOthers(basedir: string): Promise<Outcome<BasedirLock, Problem>> {
  const hold = await holdOf(basedir);
  if (!hold.ok) return hold;
  const twistdPid = await runningTwistd(basedir);
  if (twistdPid !== undefined) {
    hold.value.dispose();
    return failed(problem('directory.runByBuildbotWorker', { basedir, pid: twistdPid }));
  }
  await removeLeftTemporaries(basedir);
  const lostHolder = pidFrom(await readPidFile(join(basedir, PID_FILENAME)));
  const named = await nameHolder(basedir);
  if (!named.ok) {
    hold.value.dispose();
    return named;
  }
  const lock = { lostHolder, ...releaseAtExit(named.value, hold.value) };
  // It may have looked for our file before that was there, but then it is seen here.
  const late = await runningTwistd(basedir);
  if (late === undefined) return succeeded(lock);
  lock.dispose();
  return failed(problem('directory.runByBuildbotWorker', { basedir, pid: late }));
}

async function holdOf(basedir: string): Promise<Outcome<Teardown, Problem>> {
  try {
    const hold = await holdDirectory(basedir);
    if (hold === undefined) return failed(runAlready(basedir, await settledPid(basedir)));
    // A worker of another container is not seen by every kind of hold.
    const other = await runningPid(basedir);
    if (other === undefined || other === process.pid) return succeeded(hold);
    hold.dispose();
    return failed(runAlready(basedir, other));
  } catch (error) {
    return failed(problem('directory.cannotLock', { path: basedir, reason: fileReasonOf(error) }));
  }
}

function runAlready(basedir: string, pid: number | undefined): Problem {
  return pid === undefined
    ? problem('directory.startsAlready', { basedir })
    : problem('directory.runByBuildtray', { basedir, pid: String(pid) });
}

/** Who holds a directory, named by its file; undefined when it has not written its number. */
async function settledPid(basedir: string): Promise<number | undefined> {
  let pid = await runningPid(basedir);
  for (let look = 0; pid === undefined && look < NAMING_LOOKS; look += 1) {
    await setTimeout(NAMING_LOOK_MS);
    pid = await runningPid(basedir);
  }
  return pid;
}

/**
 * The process that runs a directory's worker; undefined when none does. The number in the file is not
 * believed: its process has to hold the directory, or where the system does not report that, it has to
 * be the one that wrote the file and a Buildtray by its command.
 */
export async function runningPid(basedir: string): Promise<number | undefined> {
  const contents = await readPidFile(join(basedir, PID_FILENAME));
  const pid = pidFrom(contents);
  if (contents === undefined || pid === undefined || !isRunning(pid)) return undefined;
  const holds = await holdsDirectory(pid, basedir);
  if (holds !== 'unknown') return holds === 'yes' ? pid : undefined;
  return hasMarkIn(contents, pid) && (await isBuildtray(pid)) ? pid : undefined;
}

function hasMarkIn(contents: string, pid: number): boolean {
  const found = startMarkOf(pid);
  return found === undefined || contents.split('\n')[1] === found;
}

async function isBuildtray(pid: number): Promise<boolean> {
  const words = await commandWordsOf(pid);
  return words?.some((word) => /buildtray/i.test(word)) ?? false;
}

interface NamingFile {
  readonly path: string;
  readonly contents: string;
}

/** Writes who holds a directory, for people, for `stop`, and for twistd. */
async function nameHolder(basedir: string): Promise<Outcome<readonly NamingFile[], Problem>> {
  const written: NamingFile[] = [];
  for (const file of namingFiles(basedir)) {
    try {
      // What a dead process has left there goes.
      await replaceFile(file.path, file.contents, {
        newMode: 0o644,
        resetsMode: true,
        atLink: 'replace-link',
      });
      written.push(file);
    } catch (error) {
      removeOwn(written);
      return failed(problem('files.cannotWrite', { path: file.path, reason: fileReasonOf(error) }));
    }
  }
  return succeeded(written);
}

/** On Windows twistd writes no such file and looks at none. */
function namingFiles(basedir: string): readonly NamingFile[] {
  const { pid, platform } = process;
  const own = {
    path: join(basedir, PID_FILENAME),
    contents: `${pid}\n${startMarkOf(pid) ?? ''}\n`,
  };
  const forTwistd = { path: join(basedir, TWISTD_PID_FILENAME), contents: `${pid}\n` };
  return platform === 'win32' ? [own] : [own, forTwistd];
}

function removeOwn(files: readonly NamingFile[]): void {
  for (const { path, contents } of files) {
    try {
      // A build may have put a named pipe or a huge file in its place: at exit nothing may wait.
      const found = lstatSync(path);
      if (!found.isFile() || found.size !== Buffer.byteLength(contents)) continue;
      if (readStartSync(path, found.size).bytes.toString() === contents) unlinkSync(path);
    } catch {
      // It is gone already.
    }
  }
}

function releaseAtExit(files: readonly NamingFile[], hold: Teardown): Teardown {
  // At exit nothing asynchronous comes to its end any more.
  const release = (): void => {
    process.removeListener('exit', release);
    removeOwn(files);
    hold.dispose();
  };
  process.on('exit', release);
  return { dispose: release };
}
