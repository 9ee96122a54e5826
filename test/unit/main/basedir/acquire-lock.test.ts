import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock, runningPid } from '../../../../main/basedir/acquire-lock.ts';
import { PID_FILENAME, TWISTD_PID_FILENAME } from '../../../../main/system/base-directory-files.ts';
import { startMarkOf } from '../../../../main/system/running-process.ts';
import { startFakeTwistd } from '../../../support/fake-twistd.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { notOn, onlyOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { wordedWith } from '../../../support/worded.ts';

const basedir = temporaryBasedir();

async function locked() {
  const lock = await acquireLock(basedir.path);
  if (!lock.ok) throw new Error(inEnglish(lock.problem));
  return lock.value;
}

/** The pid of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of a directory', () => {
  // Windows has no named pipes among its files.
  it(
    'is had although a pipe has the place of the pid file of the Python worker',
    notOn('win32', 'Windows has no named pipes in folders'),
    async () => {
      execFileSync('mkfifo', [basedir.at(TWISTD_PID_FILENAME)]);
      (await locked()).dispose();
    },
  );

  it(
    'is released although a pipe has taken the place of its file',
    notOn('win32', 'Windows has no named pipes in folders'),
    async () => {
      const lock = await locked();
      await rm(basedir.at(PID_FILENAME));
      execFileSync('mkfifo', [basedir.at(PID_FILENAME)]);
      lock.dispose();
      expect(existsSync(basedir.at(PID_FILENAME))).toBe(true);
    },
  );

  it('names the process that holds it, keeps others out, and goes when it is let go', async () => {
    const lock = await locked();
    expect(await readFile(basedir.at(PID_FILENAME), 'utf8')).toMatch(`${process.pid}\n`);
    expect(await runningPid(basedir.path)).toBe(process.pid);
    expect(await acquireLock(basedir.path)).toMatchObject({
      ok: false,
      problem: wordedWith(`already run by Buildtray (process ${process.pid})`),
    });
    lock.dispose();
    lock.dispose();
    expect(existsSync(basedir.at(PID_FILENAME))).toBe(false);
  });

  it('is taken again in a directory that was away when it was let go', async () => {
    const dir = basedir.at('worker');
    await mkdir(dir);
    const lock = await acquireLock(dir);
    if (!lock.ok) throw new Error(inEnglish(lock.problem));
    await rename(dir, basedir.at('away'));
    lock.value.dispose();
    await rename(basedir.at('away'), dir);
    expect(existsSync(join(dir, PID_FILENAME))).toBe(true);
    expect(await acquireLock(dir)).toMatchObject({ ok: true });
  });

  it('is one, by whichever name the directory goes', async () => {
    await symlink(basedir.path, basedir.at('link'));
    await locked();
    expect(await acquireLock(basedir.at('link'))).toMatchObject({ ok: false });
  });

  it('is kept although somebody removes the file that names its holder', async () => {
    const lock = await locked();
    await rm(basedir.at(PID_FILENAME));
    expect(await outcomeElsewhere()).toContain('just starting the worker');
    lock.dispose();
    expect(await outcomeElsewhere()).toBe('locked');
  });

  it.each([
    ['a process that is gone', async () => `${await deadPid()}\n`],
    ['a process that was given the number of one that is gone', async () => `${process.pid}\n1\n`],
  ])('is acquired after %s', async (_who, contents) => {
    await writeFile(basedir.at(PID_FILENAME), await contents());
    (await locked()).dispose();
  });

  it(
    'is acquired after a process that has ended, whether or not its parent has noticed',
    onlyOn('linux', 'only Linux shows that a process is a zombie'),
    async () => {
      // The shell becomes a program that never asks how its child fared.
      const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
      const [printed] = await once(shell.stdout, 'data');
      const pid = Number(printed);
      await waitFor(async () => {
        expect(await readFile(`/proc/${shell.pid}/comm`, 'utf8')).toBe('sleep\n');
      });
      process.kill(pid, 'SIGKILL');
      await waitFor(async () => {
        expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toMatch(/ Z /);
      });
      await writeFile(basedir.at(PID_FILENAME), `${pid}\n`);
      (await locked()).dispose();
      shell.kill();
      await once(shell, 'exit');
    },
  );

  it(
    'is acquired although a file names a process of somebody else',
    onlyOn('linux', 'only Linux reports it'),
    async () => {
      const stranger = spawn('sleep', ['60']);
      await once(stranger, 'spawn');
      for (const name of [PID_FILENAME, TWISTD_PID_FILENAME]) {
        await writeFile(basedir.at(name), `${stranger.pid}\n${startMarkOf(stranger.pid ?? 0)}\n`);
      }
      expect(await runningPid(basedir.path)).toBeUndefined();
      (await locked()).dispose();
      stranger.kill();
      await once(stranger, 'exit');
    },
  );

  it('is not had while buildbot-worker runs there', async () => {
    await writeFile(basedir.at(TWISTD_PID_FILENAME), String(await deadPid()));
    (await locked()).dispose();
    const twistd = await startFakeTwistd(basedir.path);
    await writeFile(basedir.at(TWISTD_PID_FILENAME), String(twistd.pid));
    expect(await acquireLock(basedir.path)).toMatchObject({
      problem: wordedWith(`already run by buildbot-worker (process ${twistd.pid})`),
    });
    expect(await readFile(basedir.at(TWISTD_PID_FILENAME), 'utf8')).toBe(String(twistd.pid));
    await twistd.end();
    (await locked()).dispose();
  });

  it('shows its holder to twistd', notOn('win32', 'Windows has other means for it'), async () => {
    const lock = await locked();
    expect(await readFile(basedir.at(TWISTD_PID_FILENAME), 'utf8')).toBe(`${process.pid}\n`);
    lock.dispose();
    expect(existsSync(basedir.at(TWISTD_PID_FILENAME))).toBe(false);
  });

  it('is had by one of many that start at once after a process that is gone', async () => {
    for (let round = 0; round < 3; round += 1) {
      await writeFile(basedir.at(PID_FILENAME), `${await deadPid()}\n1\n`);
      const starts = Array.from({ length: 6 }, () => startElsewhere());
      const outcomes = await Promise.all(starts.map(({ outcome }) => outcome));
      expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(1);
      await Promise.all(starts.map(({ end }) => end()));
    }
  });

  it('ends with its process, however that ends', async () => {
    const first = startElsewhere();
    expect(await first.outcome).toBe('locked');
    await first.end('SIGKILL');
    expect(existsSync(basedir.at(PID_FILENAME))).toBe(true);
    expect(await outcomeElsewhere()).toBe('locked');
  });

  it('names who held it last where that process ended without letting it go', async () => {
    const lost = startElsewhere();
    await lost.outcome;
    await lost.end('SIGKILL');
    const next = await locked();
    expect(next.lostHolder).toBe(lost.pid);
    next.dispose();
    const after = await locked();
    expect(after.lostHolder).toBeUndefined();
    after.dispose();
  });
});

const PROGRAM = `
import { acquireLock } from '${new URL('../../../../main/basedir/acquire-lock.ts', import.meta.url).pathname}';
const lock = await acquireLock(process.argv[1]);
process.stdout.write(lock.ok ? 'locked' : JSON.stringify(lock.problem));
setInterval(() => {}, 1000);
`;

/** A process that locks the directory and keeps it until its end. */
function startElsewhere() {
  const child = spawn(
    process.execPath,
    ['--experimental-strip-types', '--input-type=module', '-e', PROGRAM, basedir.path],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = once(child, 'exit');
  const outcome = once(child.stdout, 'data').then(([data]) => {
    const text = String(data);
    return text === 'locked' ? text : inEnglish(JSON.parse(text));
  });
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid, outcome, end };
}

async function outcomeElsewhere(): Promise<string> {
  const start = startElsewhere();
  const outcome = await start.outcome;
  await start.end();
  return outcome;
}
