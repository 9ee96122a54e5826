import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeSettings } from '../../../../main/basedir/change-settings.ts';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import type { AttachedWorker } from '../../../../main/rehearsal-master/attached-worker.ts';
import type { WorkerSettings } from '../../../../main/worker-settings/settings-table.ts';
import { hostedWorkerIn } from '../../../support/hosted-worker-in.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { reversingKeyring } from '../../../support/reversing-keyring.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { worded } from '../../../support/worded.ts';
import { startMaster } from '../../../support/worker-rig.ts';

const temporary = temporaryBasedir();

/** As the keyring keeps a password. */
const encrypted = (password: string) => Buffer.from(password).reverse().toString('base64');

async function hosted() {
  const master = await startMaster(0, { workers: { w: 'p', w2: 'p2' } });
  const dir = temporary.at('worker');
  const request = createWorkerRequestFrom([dir, `127.0.0.1:${master.port}`, 'w', 'p'], {});
  if (!request.ok) throw new Error(request.problem.kind);
  const made = await createWorker(request.value, { admin: 'a', host: 'h' });
  if (!made.ok) throw new Error(inEnglish(made.problem));
  const worker = hostedWorkerIn(dir, reversingKeyring);
  onTestFinished(() => worker.close());
  const attached = master.nextAttached();
  const opened = await worker.open();
  if (!opened.ok) throw new Error(inEnglish(opened.problem));
  opened.value.start();
  const remote = await attached;
  const change = async (changes: Partial<WorkerSettings>) => {
    const changed = await changeSettings(dir, changes);
    if (!changed.ok) throw new Error(inEnglish(changed.problem));
  };
  return { master, dir, worker, remote, change };
}

async function shell(remote: AttachedWorker, command: string) {
  return remote.startCommand('linux', 'shell', { command, workdir: 'build', logEnviron: false });
}

async function umaskOf(remote: AttachedWorker): Promise<string> {
  const run = await shell(remote, 'umask');
  await run.completed;
  return run.text('stdout').trim();
}

it('a worker of the app whose buildbot.tac cannot be used reports why as its status', async () => {
  const { worker, dir } = await hosted();
  const tac = await readFile(`${dir}/buildbot.tac`, 'utf8');
  await writeFile(`${dir}/buildbot.tac`, tac.replace(/^port = .*$/m, "port = 'x'"));
  expect((await worker.restart('now')).ok).toBe(false);
  expect(worker.status).toMatchObject({
    kind: 'error',
    problem: { kind: 'directory', problem: worded(/port must be/) },
  });
});

describe('a worker of the app whose directory has changed', () => {
  it('follows what holds at once, and waits for nothing then', async () => {
    const { worker, remote, change } = await hosted();
    await change({ keepalive: 1, logSize: 2_000, logCount: 2, allowShutdown: 'file' });
    expect(await worker.reload()).toMatchObject({
      ok: true,
      value: {
        changed: ['keepalive', 'allowShutdown', 'logSize', 'logCount'],
        effect: 'apply-live',
      },
    });
    expect(worker.waitsFor).toBe('nothing');
    for (let line = 0; line < 100; line += 1) worker.log('info', 'test', `${line}`.repeat(40));
    await waitFor(async () => expect((await stat(`${worker.logPath}.2`)).size).toBeGreaterThan(9));
    // A third is there for a moment, while files move up.
    await waitFor(() => expect(stat(`${worker.logPath}.3`)).rejects.toThrow('ENOENT'));
    await waitFor(() => expect(remote.keepalives).toBeGreaterThan(0));
    await writeFile(`${worker.basedir}/shutdown.stamp`, '');
    await waitFor(() => expect(remote.isGraceful).toBe(true));
  });

  it('reports that it waits for a connection, until that has come', async () => {
    const { master, worker, change } = await hosted();
    await change({ workerName: 'w2', password: 'p2' });
    expect(await worker.reload()).toMatchObject({ ok: true, value: { effect: 'reconnect' } });
    expect([worker.waitsFor, worker.name]).toEqual(['reconnect', 'w2']);
    const again = master.nextAttached();
    worker.worker?.reconnect('at-gap');
    expect((await again).name).toBe('w2');
    await waitFor(() => expect(worker.waitsFor).toBe('nothing'));
    worker.log('info', 'test', 'the new one is p2, which is too short to hide');
  });

  it('waits for a connection after a change of buildtray.json alone', async () => {
    const { worker, dir } = await hosted();
    await writeFile(`${dir}/buildtray.json`, '{"proxy":{"user":"u","password":"open-sesame"}}');
    expect(await worker.reload()).toMatchObject({
      ok: true,
      value: { changed: [], hasOtherExtras: true, effect: 'reconnect' },
    });
    expect(worker.waitsFor).toBe('reconnect');
    worker.log('info', 'test', 'the proxy wants open-sesame');
    await worker.close();
    const log = await readFile(worker.logPath, 'utf8');
    expect(log).toContain('the proxy wants ***');
    expect(log).toContain('changed: buildtray.json');
  });

  it('goes on as it was where the file cannot be used', async () => {
    const { worker, dir } = await hosted();
    const tac = await readFile(`${dir}/buildbot.tac`, 'utf8');
    await writeFile(`${dir}/buildbot.tac`, tac.replace(/^port = .*$/m, "port = 'x'"));
    expect(await worker.reload()).toMatchObject({
      ok: false,
      problem: worded(/port must be/),
    });
    expect([worker.waitsFor, worker.status.kind]).toEqual(['nothing', 'idle']);
  });

  it('follows another umask when it is made again', async () => {
    const { master, worker, remote, change } = await hosted();
    await change({ umask: 0o077 });
    await worker.reload();
    expect(worker.waitsFor).toBe('restart-worker');
    expect(await umaskOf(remote)).not.toBe('0077');
    const again = master.nextAttached();
    expect(await worker.restart('now')).toEqual({ ok: true, value: undefined });
    expect(await umaskOf(await again)).toBe('0077');
    expect(worker.waitsFor).toBe('nothing');
  });

  it('is made again at the gap only, and loses no build', async () => {
    const { master, worker, remote, change } = await hosted();
    const command = await shell(remote, 'echo ready; until [ -e go ]; do sleep 0.05; done');
    await waitFor(() => expect(command.text('stdout')).toContain('ready'));
    await change({ umask: 0o077 });
    await worker.reload();
    const again = master.nextAttached();
    await worker.restart('at-gap');
    expect(worker.status.kind).toBe('building');
    await writeFile(`${worker.basedir}/linux/build/go`, '');
    expect(await command.completed).toBeNull();
    await again;
    await waitFor(() => expect(worker.status.kind).toBe('idle'));
    expect(worker.waitsFor).toBe('nothing');
  });

  it('stays stopped where it was stopped, and when made again twice at a time is made once', async () => {
    const { worker } = await hosted();
    await worker.worker?.stop();
    const both = await Promise.all([worker.restart('now'), worker.restart('now')]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(worker.status.kind).toBe('stopped');
  });

  it('takes the password from the keyring', async () => {
    const { master, worker, change } = await hosted();
    await change({ workerName: 'w2' });
    const tac = await readFile(`${worker.basedir}/buildbot.tac`, 'utf8');
    await writeFile(`${worker.basedir}/buildbot.tac`, tac.replace(/^passwd = .*$/m, "passwd = ''"));
    worker.keptPassword(encrypted('p2'));
    expect(await worker.reload()).toMatchObject({ ok: true, value: { effect: 'reconnect' } });
    const again = master.nextAttached();
    worker.worker?.reconnect('now');
    expect((await again).name).toBe('w2');
    expect(worker.passwordPlace).toEqual({ kind: 'keyring', keyring: 'gnome' });
  });
});
