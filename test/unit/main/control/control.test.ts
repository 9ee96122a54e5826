import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { type ControlClient, openControl } from '../../../../main/control/control-client.ts';
import {
  type ControlServer,
  type ControlTarget,
  serveControl,
} from '../../../../main/control/control-server.ts';
import type { ControlStatus } from '../../../../main/control/control-status.ts';
import { Emitter } from '../../../../main/lib/emitter.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const basedir = temporaryBasedir();
const PROBLEM = { kind: 'refused', problem: foreignProblem('Nothing listens there.') } as const;
const COMMAND = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: 'make all',
  startedAt: 5,
};

/** A worker that writes down what it is asked. */
class FakeTarget implements ControlTarget {
  readonly asked: string[] = [];
  readonly changed = new Emitter<void>();
  current: WorkerStatus = { kind: 'idle', builders: ['linux'] };

  status(): ControlStatus {
    return {
      version: '1',
      pid: 7,
      host: 'tray',
      startedAt: 1,
      basedir: '/w',
      workerName: 'w',
      master: 'ci:9989',
      protocol: 'pb',
      status: this.current,
      logPath: '/w/worker.log',
    };
  }
  onStatusChanged(listener: () => void) {
    return this.changed.on(listener);
  }
  connect(): void {
    this.asked.push('connect');
  }
  stop(): void {
    this.asked.push('stop');
  }
  async shutDownGracefully() {
    this.asked.push('shut down');
    return failed(foreignProblem('The master does not know how to.'));
  }
  async pause(until: number | 'resumed') {
    this.asked.push(`pause ${until}`);
    return succeeded(undefined);
  }
  resume(): void {
    this.asked.push('resume');
  }
  cancelDrain(): void {
    this.asked.push('cancel');
  }
  async rotateLog() {
    this.asked.push('rotate');
    return succeeded(undefined);
  }
  reconnect(): void {
    this.asked.push('reconnect');
  }
  async reload(): ReturnType<ControlTarget['reload']> {
    this.asked.push('reload');
    return succeeded({ changed: ['keepalive'], hasOtherExtras: false, effect: 'apply-live' });
  }
  async clearBuilds(): ReturnType<ControlTarget['clearBuilds']> {
    return succeeded(12);
  }
}

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

async function served(target: ControlTarget): Promise<ControlServer> {
  const server = await serveControl(basedir.path, target);
  if (!server.ok) throw new Error(inEnglish(server.problem));
  opened.push(server.value);
  return server.value;
}

async function asking(): Promise<ControlClient> {
  const client = await openControl(basedir.path);
  if (!client.ok) throw new Error(JSON.stringify(client.problem));
  opened.push(client.value);
  return client.value;
}

describe('a worker that listens', () => {
  it.each<WorkerStatus>([
    { kind: 'stopped', why: undefined },
    { kind: 'stopped', why: foreignProblem('It was told to.') },
    { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
    { kind: 'connecting', attempt: 4, retryAt: 99, problem: PROBLEM },
    { kind: 'idle', builders: ['linux', 'mac'] },
    { kind: 'building', builders: ['linux'], commands: [COMMAND] },
    { kind: 'draining', purpose: 'quit', since: 3, builders: [], commands: [] },
    { kind: 'paused', until: 'resumed' },
    { kind: 'paused', until: 123 },
    { kind: 'error', problem: PROBLEM, retryAt: undefined },
  ])('tells its status as it is: %j', async (status) => {
    const target = new FakeTarget();
    target.current = status;
    await served(target);
    expect(await (await asking()).status()).toEqual(succeeded(target.status()));
  });

  it('tells which processes could not be ended', async () => {
    const target = new FakeTarget();
    const told = { ...target.status(), leftRunning: [7, 9] };
    target.status = () => told;
    await served(target);
    expect(await (await asking()).status()).toEqual(succeeded(told));
  });

  it('tells what reading its directory anew has changed, or why it could not', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    expect(await client.reload()).toEqual(
      succeeded({ changed: ['keepalive'], hasOtherExtras: false, effect: 'apply-live' }),
    );
    target.reload = async () => failed(foreignProblem('buildbot.tac line 3: no.'));
    expect(await client.reload()).toEqual(failed(foreignProblem('buildbot.tac line 3: no.')));
  });

  it('tells how many builds it has forgotten, or why it could not', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    expect(await client.clearBuilds()).toEqual(succeeded(12));
    target.clearBuilds = async () => failed(foreignProblem('The disk is read-only.'));
    expect(await client.clearBuilds()).toEqual(failed(foreignProblem('The disk is read-only.')));
  });

  it('tells a watcher each change, until it closes', async () => {
    const target = new FakeTarget();
    const server = await served(target);
    const client = await asking();
    const heard: string[] = [];
    const second = new Promise<void>((resolve) => {
      void client.watch(({ status }) => {
        heard.push(status.kind);
        if (heard.length === 2) resolve();
      });
    });
    await client.status();
    target.current = { kind: 'paused', until: 'resumed' };
    target.changed.emit();
    target.current = { kind: 'stopped', why: undefined };
    target.changed.emit();
    await second;
    expect(heard).toEqual(['paused', 'stopped']);
    await server.close();
    await client.closed;
    expect(target.changed.hasListeners).toBe(false);
    expect(await client.status()).toEqual(failed(worded(`The worker in ${basedir.path} hung up.`)));
  });

  it('tells a watcher what came of a wish that was spoken in the same breath', async () => {
    const target = new FakeTarget();
    target.stop = () => {
      target.current = { kind: 'stopped', why: undefined };
      target.changed.emit();
    };
    await served(target);
    const client = await asking();
    const stopped = new Promise((resolve) => {
      void client.watch(({ status }) => resolve(status.kind));
    });
    void client.perform({ kind: 'stop' });
    expect(await stopped).toBe('stopped');
  });

  it('does what it is asked, and says why not', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    const wishes = [
      { kind: 'connect' },
      { kind: 'stop' },
      { kind: 'pause', until: 5 },
      { kind: 'resume' },
      { kind: 'cancel-drain' },
      { kind: 'rotate-log' },
    ] as const;
    for (const wish of wishes) expect(await client.perform(wish)).toEqual(succeeded(undefined));
    expect(await client.perform({ kind: 'shut-down-gracefully' })).toEqual(
      failed(foreignProblem('The master does not know how to.')),
    );
    expect(target.asked).toEqual([
      ...['connect', 'stop', 'pause 5', 'resume', 'cancel', 'rotate', 'shut down'],
    ]);
  });

  it('takes questions that arrive in pieces, and several in one', async () => {
    const target = new FakeTarget();
    await served(target);
    const socket = connect(basedir.at('buildtray.sock'));
    opened.push({ close: () => socket.destroy() });
    const bytes = Buffer.from('{"id":1,"ask":{"kind":"resume"}}\n{"id":2,"ask":{"kind":"stop"}}\n');
    for (const byte of bytes) socket.write(Uint8Array.of(byte));
    let answer = '';
    for await (const chunk of socket) {
      answer += String(chunk);
      if (answer.split('\n').length === 3) break;
    }
    expect(answer).toBe('{"id":1,"done":true}\n{"id":2,"done":true}\n');
  });

  it.each(['hello\n', '{"id":1,"ask":{"kind":"dance"}}\n', `${'x'.repeat(3_000_000)}`])(
    'hangs up on whoever says something else: %.12s',
    async (text) => {
      const target = new FakeTarget();
      await served(target);
      const socket = connect(basedir.at('buildtray.sock'));
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.on('error', () => {});
      socket.write(text);
      await closed;
      expect(target.asked).toEqual([]);
      expect(await (await asking()).status()).toMatchObject({ ok: true });
    },
  );

  it('lets only its owner in', async () => {
    await chmod(basedir.path, 0o711);
    await served(new FakeTarget());
    expect((await stat(basedir.at('buildtray.sock'))).mode & 0o777).toBe(0o600);
    // As root there is somebody else to be.
    if (process.geteuid?.() !== 0) return;
    expect(await asOrdinaryUser(() => openControl(basedir.path))).toMatchObject({
      ok: false,
      problem: { kind: 'trouble', problem: wordedWith('another user') },
    });
  });

  it('takes the place of what a dead process has left, and clears it', async () => {
    await writeFile(basedir.at('buildtray.sock'), '');
    const server = await served(new FakeTarget());
    expect(await (await asking()).status()).toMatchObject({ ok: true });
    await server.close();
    expect(await readdir(basedir.path)).toEqual([]);
  });
});

describe('a worker that does not listen', () => {
  it('is nobody to ask', async () => {
    expect(await openControl(basedir.path)).toEqual(failed({ kind: 'nobody' }));
    await writeFile(basedir.at('buildtray.sock'), '');
    expect(await openControl(basedir.path)).toEqual(failed({ kind: 'nobody' }));
  });

  it('says what stood in the way', async () => {
    await mkdir(basedir.at('buildtray.sock'));
    expect(await serveControl(basedir.path, new FakeTarget())).toEqual({
      ok: false,
      problem: wordedWith(`cannot listen in ${basedir.path}`),
    });
  });
});
