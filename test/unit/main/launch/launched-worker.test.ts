import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import { type LaunchedWorker, launchWorker } from '../../../../main/launch/launched-worker.ts';
import { readLogTail } from '../../../../main/logging/reading/read-log-tail.ts';
import { createProcessMark } from '../../../../main/worker/process/tree/process-mark.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const temporary = temporaryBasedir();

async function madeDir(options: Readonly<Record<string, string>> = {}): Promise<string> {
  const dir = temporary.at('worker');
  const request = createWorkerRequestFrom([dir, '127.0.0.1:1', 'w', 'p'], options);
  if (!request.ok) throw new Error(request.problem.kind);
  const made = await createWorker(request.value, { admin: 'a', host: 'h' });
  if (!made.ok) throw new Error(inEnglish(made.problem));
  return dir;
}

async function launched(dir: string): Promise<LaunchedWorker> {
  const worker = await launchWorker({ dir });
  if (!worker.ok) throw new Error(inEnglish(worker.problem));
  return worker.value;
}

describe('a worker of a directory', () => {
  it('begins stopped, with what buildbot.tac says', async () => {
    const worker = await launched(await madeDir({ keepalive: '7' }));
    expect(worker.worker.status.kind).toBe('stopped');
    expect(worker.config).toMatchObject({ workerName: 'w', password: 'p', keepalive: 7 });
    await worker.close();
  });

  it('keeps others out until it is closed, and may be closed twice', async () => {
    const dir = await madeDir();
    const first = await launched(dir);
    const second = await launchWorker({ dir });
    expect(second).toMatchObject({
      ok: false,
      problem: wordedWith('already'),
    });
    await Promise.all([first.close(), first.close()]);
    await (await launched(dir)).close();
  });

  it('writes into its log that the worker before it was lost, and nothing after one that left', async () => {
    const dir = await madeDir();
    await writeFile(join(dir, 'buildtray.pid'), '123456789\n1\n');
    for (let start = 0; start < 2; start += 1) await (await launched(dir)).close();
    const lines = (await readFile(join(dir, 'worker.log'), 'utf8')).split('\n');
    const lost = lines.filter((line) => line.includes('process 123456789, ended without leaving'));
    expect(lost).toHaveLength(1);
  });

  it('leaves gracefully by SIGHUP only where the directory allows that', async () => {
    const dir = await madeDir();
    const refusing = await launched(dir);
    expect(refusing.askedBySignal()).toBe(false);
    await refusing.close();
  });

  it('leaves gracefully when shutdown.stamp is touched and that is allowed', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const dir = await madeDir({ 'allow-shutdown': 'file' });
    const worker = await launched(dir);
    const finished = new Promise((resolve) => worker.worker.onFinished(resolve));
    worker.worker.start();
    await writeFile(`${dir}/shutdown.stamp`, '');
    expect(await finished).toEqual({ kind: 'drained', purpose: 'shut-down' });
    await worker.close();
    server.close();
    const lines = await readLogTail(worker.logPath, 50);
    expect(lines.map(({ message }) => message)).toContain(
      'shutdown.stamp asks for a graceful shutdown',
    );
  });

  it(
    'begins by ending what a worker that crashed has left behind',
    onlyOn('linux', 'only Linux shows the environment of another process'),
    async () => {
      // As a command of a worker whose process is gone: pid 1 was never started at that time.
      const mark = createProcessMark().variable.BUILDTRAY_COMMAND ?? '';
      const deadMark = mark.replace(/^(\S+) \d+ \d+/, '$1 1 1');
      const env = { ...process.env, BUILDTRAY_COMMAND: deadMark };
      const left = spawn('sleep', ['300'], { env, stdio: 'ignore' });
      const ended = once(left, 'exit');
      const worker = await launched(await madeDir());
      expect(await ended).toEqual([null, 'SIGKILL']);
      await worker.close();
      const [first] = await readLogTail(worker.logPath, 50);
      expect(first?.message).toContain(`left behind: processes ${left.pid}`);
    },
  );

  it('is refused when its protocol cannot carry its name', async () => {
    const dir = await madeDir();
    const tacPath = join(dir, 'buildbot.tac');
    const tac = await readFile(tacPath, 'utf8');
    const changed = tac.replace("'w'", "'a:b'").replace("'pb'", "'msgpack_experimental_v7'");
    await writeFile(tacPath, changed);
    expect(await launchWorker({ dir })).toMatchObject({
      ok: false,
      problem: worded(/buildbot\.tac cannot be used\. The .*"a:b" contains a colon/),
    });
  });

  it('is refused in one sentence when its directory is read-only', async () => {
    const dir = await madeDir();
    await chmod(temporary.path, 0o711);
    await chmod(`${dir}/buildbot.tac`, 0o644);
    await chmod(dir, 0o555);
    await asOrdinaryUser(async () => {
      expect(await launchWorker({ dir })).toMatchObject({
        ok: false,
        problem: worded(`Cannot write ${dir}/buildtray.pid: permission denied (EACCES).`),
      });
    });
  });

  it.each([
    [
      'encoding',
      { 'unicode-encoding': 'klingon' },
      /buildbot\.tac cannot be used\. The encoding "klingon" is not/,
    ],
    ['connection', {}, /buildtray\.json is not valid JSON/],
  ] as const)('is refused when its %s cannot be used', async (what, options, sentence) => {
    const dir = await madeDir(options);
    if (what === 'connection') await writeFile(`${dir}/buildtray.json`, 'x');
    expect(await launchWorker({ dir })).toMatchObject({
      ok: false,
      problem: worded(sentence),
    });
  });

  it('reaches the master as buildtray.json says', async () => {
    const dir = await madeDir({ maxretries: '1' });
    const pin = '0'.repeat(64);
    await writeFile(`${dir}/buildtray.json`, JSON.stringify({ tls: { pin } }));
    const worker = await launched(dir);
    const finished = new Promise((resolve) => worker.worker.onFinished(resolve));
    worker.worker.start();
    expect(await finished).toMatchObject({ kind: 'gave-up', problem: { kind: 'tls-refused' } });
    await worker.close();
  });

  it.each([
    ['is not there', 'missing', /missing/],
    ['is no worker', '.', /Not a worker directory/],
  ])('is refused in one sentence when it %s', async (_what, dir, sentence) => {
    const worker = await launchWorker({ dir: temporary.at(dir) });
    expect(worker).toMatchObject({
      ok: false,
      problem: worded(sentence),
    });
  });
});
