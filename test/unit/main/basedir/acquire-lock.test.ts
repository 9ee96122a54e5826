import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock, runningPid } from '../../../../main/basedir/acquire-lock.ts';
import { PID_FILENAME } from '../../../../main/system/base-directory-files.ts';
import { inEnglish } from '../../../support/in-english.ts';
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
  it.skipIf(process.platform === 'win32')(
    'is had although a pipe has the place of the pid file of the Python worker',
    async () => {
      execFileSync('mkfifo', [basedir.at('twistd.pid')]);
      (await locked()).dispose();
    },
  );

  it('names the process that holds it, keeps others out, and goes when it is let go', async () => {
    const lock = await locked();
    expect(await readFile(basedir.at(PID_FILENAME), 'utf8')).toMatch(`${process.pid}\n`);
    expect(await runningPid(basedir.path)).toBe(process.pid);
    expect(await acquireLock(basedir.path)).toMatchObject({
      ok: false,
      problem: wordedWith(`run by Buildtray already (process ${process.pid})`),
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

  it('names a process that was still writing its number', async () => {
    await writeFile(basedir.at(PID_FILENAME), '');
    const refused = acquireLock(basedir.path);
    await writeFile(basedir.at(PID_FILENAME), `${process.ppid}\n`);
    expect(await refused).toMatchObject({
      ok: false,
      problem: wordedWith(`(process ${process.ppid})`),
    });
  });

  it.each([
    ['a process that is gone', async () => `${await deadPid()}\n`],
    ['a process that was given the number of one that is gone', async () => `${process.pid}\n1\n`],
  ])('is acquired after %s', async (_who, contents) => {
    await writeFile(basedir.at(PID_FILENAME), await contents());
    (await locked()).dispose();
  });

  it.runIf(process.platform === 'linux')(
    'is acquired after a process that has ended, whether or not its parent has noticed',
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

  it('is not taken while buildbot-worker runs there', async () => {
    await writeFile(basedir.at('twistd.pid'), String(await deadPid()));
    (await locked()).dispose();
    const twistd = spawn('python3', ['-c', 'import time; time.sleep(60)']);
    await once(twistd, 'spawn');
    await writeFile(basedir.at('twistd.pid'), String(twistd.pid));
    expect(await acquireLock(basedir.path)).toMatchObject({
      problem: wordedWith(`run by buildbot-worker already (process ${twistd.pid})`),
    });
    twistd.kill();
    await once(twistd, 'exit');
  });
});
