import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { codeOf } from '../lib/message-of.ts';
import type { Teardown } from '../lib/teardown.ts';

/** Where systems keep the program of util-linux or BusyBox, whatever PATH says: all must find the same. */
const FLOCK_PROGRAMS = [
  '/usr/bin/flock',
  '/bin/flock',
  '/usr/local/bin/flock',
  '/run/current-system/sw/bin/flock',
];

/**
 * Holds a directory for this process, so that no other process can: one step of the kernel decides, and
 * the kernel takes the hold back when the process ends in whatever way.
 *
 * On Linux and macOS it is the lock of the directory itself (`flock`), which holds whatever becomes of the
 * files in it and by whichever name it goes. Where the file system has no such locks, as NFS has none for
 * directories, it is a name that only one process can listen on: an abstract socket on Linux, a pipe on
 * Windows.
 *
 * Shape:  undefined when another holds it, this process included.
 * Errors: rejects with the system's error when the directory cannot be held at all.
 */
export async function holdDirectory(
  dir: string,
  flockPrograms: readonly string[] = FLOCK_PROGRAMS,
): Promise<Teardown | undefined> {
  if (process.platform === 'win32') return holdName(pipeNameOf(dir));
  if (process.platform !== 'linux') return holdByOpening(dir);
  const locked = await holdByFlock(dir, flockPrograms);
  return locked === 'unsupported' ? holdName(await abstractNameOf(dir)) : locked;
}

/**
 * Whether a process holds a directory, by the word of the kernel: nothing written in a file counts.
 * `unknown` where the system does not report it, as for processes of other users.
 */
export async function holdsDirectory(pid: number, dir: string): Promise<'yes' | 'no' | 'unknown'> {
  if (process.platform !== 'linux') return 'unknown';
  try {
    const [directory, socket] = await Promise.all([stat(dir, { bigint: true }), socketOf(dir)]);
    for (const fd of await readdir(`/proc/${pid}/fd`)) {
      if (await isHold(pid, fd, directory, socket)) return 'yes';
    }
    return 'no';
  } catch (error) {
    return codeOf(error) === 'EACCES' ? 'unknown' : 'no';
  }
}

/** macOS and BSD lock a file while they open it. Not tried: needs macOS. */
async function holdByOpening(dir: string): Promise<Teardown | undefined> {
  const O_EXLOCK = 0x20;
  try {
    const fd = openSync(dir, constants.O_RDONLY | constants.O_NONBLOCK | O_EXLOCK);
    return closingOnce(fd);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined;
    throw error;
  }
}

/**
 * Node has no call for it, so a program locks what it inherits. The lock belongs to what was opened, not
 * to the process that asked for it: it lasts until we close it.
 */
async function holdByFlock(
  dir: string,
  programs: readonly string[],
): Promise<Teardown | undefined | 'unsupported'> {
  const fd = openSync(dir, constants.O_RDONLY | constants.O_DIRECTORY);
  const hold = closingOnce(fd);
  try {
    const answer = await flock(fd, programs);
    if (answer === 'locked') return hold;
    hold.dispose();
    return answer === 'taken' ? undefined : 'unsupported';
  } catch (error) {
    hold.dispose();
    throw error;
  }
}

async function flock(
  fd: number,
  programs: readonly string[],
): Promise<'locked' | 'taken' | 'unsupported'> {
  for (const program of programs) {
    try {
      return await runFlock(program, fd);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return 'unsupported';
}

/** Both programs end with 1 and without a word where the lock is taken. */
async function runFlock(program: string, fd: number): Promise<'locked' | 'taken' | 'unsupported'> {
  const child = spawn(program, ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', fd] });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const [status] = await once(child, 'close');
  if (status === 0) return 'locked';
  return status === 1 && complaint === '' ? 'taken' : 'unsupported';
}

function closingOnce(fd: number): Teardown {
  let isOpen = true;
  return {
    dispose() {
      if (isOpen) closeSync(fd);
      isOpen = false;
    },
  };
}

/** Nobody is served there; the name is all. */
async function holdName(name: string): Promise<Teardown | undefined> {
  const server: Server = createServer((socket) => socket.destroy());
  try {
    server.listen(name);
    await once(server, 'listening');
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  return { dispose: () => void server.close() };
}

/** A name of no file system, which begins with a zero byte. */
async function abstractNameOf(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir, { bigint: true });
  return `\0buildtray-${dev}-${ino}`;
}

/** Not tried: needs Windows. */
function pipeNameOf(dir: string): string {
  const hash = createHash('sha256').update(dir.toLowerCase()).digest('hex').slice(0, 32);
  return `\\\\.\\pipe\\buildtray-hold-${hash}`;
}

interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

async function isHold(
  pid: number,
  fd: string,
  directory: Identity,
  socket: string | undefined,
): Promise<boolean> {
  try {
    if (socket !== undefined && (await readlink(`/proc/${pid}/fd/${fd}`)) === socket) return true;
    const { dev, ino } = await stat(`/proc/${pid}/fd/${fd}`, { bigint: true });
    if (dev !== directory.dev || ino !== directory.ino) return false;
    return /^lock:.*\bFLOCK\b.*\bWRITE\b/m.test(
      await readFile(`/proc/${pid}/fdinfo/${fd}`, 'utf8'),
    );
  } catch {
    // It was closed meanwhile.
    return false;
  }
}

/** What /proc calls the socket that holds a directory; undefined when none does. */
async function socketOf(dir: string): Promise<string | undefined> {
  const name = `@${(await abstractNameOf(dir)).slice(1)}`;
  const sockets = await readFile('/proc/net/unix', 'utf8').catch(() => '');
  const row = sockets.split('\n').find((line) => line.endsWith(` ${name}`));
  const inode = row?.trim().split(/\s+/)[6];
  return inode === undefined ? undefined : `socket:[${inode}]`;
}
