import { chmod, mkdir, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { RequestProblem } from '../../../../main/contract/worker/request-rules.ts';
import type { WorkerRequest } from '../../../../main/contract/worker/worker-request.ts';
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

/** A worker that notes what is requested of it. */
class FakeTarget implements ControlTarget {
  readonly requested: WorkerRequest[] = [];
  readonly noted: (readonly [string, number | undefined])[] = [];
  readonly changed = new Emitter<void>();
  current: WorkerStatus = { kind: 'idle', builders: ['linux'] };

  note(request: string, pid: number | undefined): void {
    this.noted.push([request, pid]);
  }
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
  states(): ReturnType<ControlTarget['states']> {
    return [
      { at: 1, kind: 'connecting', problem: PROBLEM.problem },
      { at: 2, kind: 'idle', problem: undefined },
    ];
  }
  onStatusChanged(listener: () => void) {
    return this.changed.on(listener);
  }
  async perform(request: WorkerRequest): ReturnType<ControlTarget['perform']> {
    this.requested.push(request);
    return succeeded(undefined);
  }
  async reload(): ReturnType<ControlTarget['reload']> {
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
  it('reports its status as it is', async () => {
    const target = new FakeTarget();
    target.current = { kind: 'connecting', attempt: 4, retryAt: undefined, problem: PROBLEM };
    await served(target);
    expect(await (await asking()).status()).toEqual(succeeded(target.status()));
  });

  it('notes each request but questions, with the process that asks', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    await client.status();
    await client.states();
    await client.perform({ kind: 'resume' });
    await client.reload();
    expect(target.noted).toEqual([
      ['resume', process.pid],
      ['reload', process.pid],
    ]);
  });

  it('reports the states before this one', async () => {
    const target = new FakeTarget();
    await served(target);
    expect(await (await asking()).states()).toEqual(succeeded(target.states()));
  });

  it('reports which processes could not be ended', async () => {
    const target = new FakeTarget();
    const status = { ...target.status(), leftRunning: [7, 9] };
    target.status = () => status;
    await served(target);
    expect(await (await asking()).status()).toEqual(succeeded(status));
  });

  it('reports what reading its directory again has changed, or why it could not', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    expect(await client.reload()).toEqual(
      succeeded({ changed: ['keepalive'], hasOtherExtras: false, effect: 'apply-live' }),
    );
    target.reload = async () => failed(foreignProblem('buildbot.tac line 3: no.'));
    expect(await client.reload()).toEqual(failed(foreignProblem('buildbot.tac line 3: no.')));
  });

  it('reports how many builds it has forgotten, or why it could not', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    expect(await client.clearBuilds()).toEqual(succeeded(12));
    target.clearBuilds = async () => failed(foreignProblem('The disk is read-only.'));
    expect(await client.clearBuilds()).toEqual(failed(foreignProblem('The disk is read-only.')));
  });

  it('reports each change to a watcher, until it closes', async () => {
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
    expect(await client.status()).toEqual(
      failed(worded(`The worker in ${basedir.path} closed the connection.`)),
    );
  });

  it('reports to a watcher what follows from a request that was sent right after', async () => {
    const target = new FakeTarget();
    target.perform = async () => {
      target.current = { kind: 'stopped', why: undefined };
      target.changed.emit();
      return succeeded(undefined);
    };
    await served(target);
    const client = await asking();
    const stopped = new Promise((resolve) => {
      void client.watch(({ status }) => resolve(status.kind));
    });
    void client.perform({ kind: 'stop' });
    expect(await stopped).toBe('stopped');
  });

  it.each<WorkerRequest>([
    { kind: 'connect' },
    { kind: 'pause', how: { hours: 1.5 } },
    { kind: 'cancel-drain', when: 'at-gap' },
    { kind: 'rotate-log' },
  ])('passes on a request as it was made: %j', async (request) => {
    const target = new FakeTarget();
    await served(target);
    expect(await (await asking()).perform(request)).toEqual(succeeded(undefined));
    expect(target.requested).toEqual([request]);
  });

  it.each<RequestProblem>([
    { kind: 'refused', refusal: 'not-paused' },
    { kind: 'failed', problem: foreignProblem('The master does not know how to.') },
  ])('reports why a request was not performed: %j', async (problem) => {
    const target = new FakeTarget();
    target.perform = async () => failed(problem);
    await served(target);
    expect(await (await asking()).perform({ kind: 'resume' })).toEqual(failed(problem));
  });

  it('answers a request of a later version that it does not know it', async () => {
    const target = new FakeTarget();
    await served(target);
    const client = await asking();
    const unknown: { readonly kind: string } = { kind: 'dance' };
    expect(await client.perform(unknown as WorkerRequest)).toMatchObject({
      problem: { problem: { key: 'control.otherVersion' } },
    });
    expect(target.requested).toEqual([]);
    expect(await client.status()).toMatchObject({ ok: true });
  });

  it('takes requests that arrive in pieces, and several in one', async () => {
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

  it.each(['hello\n', '{"ask":{"kind":"resume"}}\n', `${'x'.repeat(3_000_000)}`])(
    'closes the connection to whatever sends anything else: %.12s',
    async (text) => {
      const target = new FakeTarget();
      await served(target);
      const socket = connect(basedir.at('buildtray.sock'));
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.on('error', () => {});
      socket.write(text);
      await closed;
      expect(target.requested).toEqual([]);
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
});

describe('a worker that cannot listen', () => {
  it('reports the reason', async () => {
    await mkdir(basedir.at('buildtray.sock'));
    expect(await serveControl(basedir.path, new FakeTarget())).toEqual({
      ok: false,
      problem: wordedWith(`cannot listen in ${basedir.path}`),
    });
  });
});
