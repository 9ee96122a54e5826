import { describe, expect, it, onTestFinished } from 'vitest';
import { LIVENESS_TIMES, type LivenessTimes } from '../../main/worker/connection/liveness.ts';
import type { Worker } from '../../main/worker/worker.ts';
import { LinkProxy } from '../support/link-proxy.ts';
import { notOn, onlyOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { waitFor } from '../support/wait-for.ts';
import { worded } from '../support/worded.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

/** The rule's own times, some forty times as fast. */
const TIMES: LivenessTimes = { silenceMs: 750, answerMs: 750, lookMs: 50 };
/** Longer than the rule allows a link that shows no sign of life, in reads 50 ms apart. */
const MANY_READS = 60;

interface Attached {
  readonly worker: Worker;
  readonly proxy: LinkProxy;
  /** Has the worker run a script; resolves when it has begun. */
  run(script: string): Promise<unknown>;
}

async function proxyBefore(masterPort: number): Promise<LinkProxy> {
  const proxy = await LinkProxy.before(masterPort);
  onTestFinished(() => proxy.close());
  return proxy;
}

const PROTOCOLS = {
  'Perspective Broker': async (keepalive: number, livenessTimes = TIMES): Promise<Attached> => {
    const master = await startMaster();
    const proxy = await proxyBefore(master.port);
    const attached = master.nextAttached();
    const { worker } = makeWorker(basedir.path, proxy.port, { keepalive }, { livenessTimes });
    worker.start();
    const remote = await attached;
    const run = (script: string): Promise<unknown> =>
      remote.startCommand('linux', 'shell', {
        command: ['/bin/sh', '-c', script],
        workdir: '.',
        logEnviron: false,
      });
    return { worker, proxy, run };
  },
  MessagePack: async (keepalive: number, livenessTimes = TIMES): Promise<Attached> => {
    const master = await msgpackMaster();
    const proxy = await proxyBefore(master.port);
    const attached = master.nextWorker();
    const changes = { keepalive, protocol: 'msgpack_experimental_v7' } as const;
    const { worker } = makeWorker(basedir.path, proxy.port, changes, { livenessTimes });
    worker.start();
    const remote = await attached;
    return { worker, proxy, run: (script) => remote.shell(script) };
  },
} as const;

const COUNT_FOR_EVER = 'i=0; while :; do i=$((i+1)); echo $i; sleep 0.05; done';
const FLOOD = 'yes "a line that a master which reads slowly has no room for"';

/** Why the worker lost its link. */
async function lossOf(worker: Worker): Promise<string | undefined> {
  return waitFor(() => {
    const { status } = worker;
    if (!('problem' in status) || status.problem === undefined) throw new Error(status.kind);
    return status.problem.kind;
  });
}

describe.each(Object.entries(PROTOCOLS))(
  'a link over %s, with a shell that counts and floods (POSIX)',
  notOn('win32', 'the commands of these tests are POSIX shell'),
  (_name, attach) => {
    it.each([0, 600])(
      'that dies while a build prints is noticed, with a keepalive of %d s',
      async (keepalive) => {
        const { worker, proxy, run } = await attach(keepalive);
        await run(COUNT_FOR_EVER);
        await untilStatus(worker, 'building');
        proxy.become('swallows');
        expect(await lossOf(worker)).toBe('silent');
      },
    );

    it('to a stopped master is noticed while a build floods it', async () => {
      const { worker, proxy, run } = await attach(0);
      await run(FLOOD);
      await untilStatus(worker, 'building');
      proxy.become('stopped');
      expect(await lossOf(worker)).toBe('silent');
    });

    it('that dies before a drain is noticed, and the drain comes to its end', async () => {
      const { worker, proxy } = await attach(0);
      await untilStatus(worker, 'idle');
      proxy.become('swallows');
      void worker.pause('resumed');
      await untilStatus(worker, 'paused');
    });

    it(
      'to a master that only reads slowly is kept until it reads no more (Linux shows its reading)',
      onlyOn('linux', 'only Linux shows whether a peer reads'),
      async () => {
        const { worker, proxy, run } = await attach(0);
        await run(FLOOD);
        await untilStatus(worker, 'building');
        proxy.become('reads-slowly');
        await waitFor(() => expect(proxy.slowReads).toBeGreaterThan(MANY_READS));
        expect(worker.status.kind).toBe('building');
        proxy.become('stopped');
        expect(await lossOf(worker)).toBe('silent');
      },
    );
  },
);

it('a request to pause shows after a moment that the master has not answered it', async () => {
  const { worker, proxy } = await PROTOCOLS['Perspective Broker'](0, LIVENESS_TIMES);
  await untilStatus(worker, 'idle');
  proxy.become('swallows');
  void worker.pause('resumed');
  await waitFor(() => {
    expect(worker.status).toMatchObject({ kind: 'draining', waitsFor: worded(/not answered/) });
  });
});
