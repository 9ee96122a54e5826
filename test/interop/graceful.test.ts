import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOLS, type Protocol } from '../../main/worker-settings/protocols.ts';
import { candidate, onlyOurs } from './support/candidate.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import type { InteropWorker } from './support/interop-worker.ts';
import { fileAppears, isAlive } from './support/managed-process.ts';

const SUCCESS = 0;
const RETRY = 5;

/** What a user, and the system at its own end, waits for. */
const ENDED_WITHIN_MS = 6000;

describe('a graceful shutdown', () => {
  it.each([
    ['signal', (worker: InteropWorker) => worker.process.signal('SIGHUP')],
    [
      'file',
      (worker: InteropWorker) => fs.writeFileSync(path.join(worker.dir, 'shutdown.stamp'), ''),
    ],
  ] as const)('lets the build end, takes no other and exits: asked by %s', async (way, ask) => {
    const { rig, worker } = await startedRig('pb', ['--allow-shutdown', way]);
    const { control } = rig.master;
    const running = await control.force('held', CANDIDATE);
    await fileAppears(path.join(worker.dir, 'held/build/started'));

    ask(worker);
    await control.graceful(CANDIDATE);
    await control.force('quick', CANDIDATE);
    expect(worker.process.isRunning).toBe(true);
    fs.writeFileSync(path.join(worker.dir, 'held/build/go-on'), '');

    const record = await control.finished(running);
    expect(record.results).toBe(SUCCESS);
    expect(record.steps.at(-1)?.logs[0]?.streams.stdout).toBe('done\n');
    expect(await worker.process.exit).toEqual({ code: 0, signal: null });
    expect(await control.builds()).toEqual({ [SUCCESS]: 1 });
  });

  it.each([
    ['signal', (worker: InteropWorker) => worker.process.signal('SIGHUP')],
    [
      'file',
      (worker: InteropWorker) => fs.writeFileSync(path.join(worker.dir, 'shutdown.stamp'), ''),
    ],
  ] as const)('ends an idle worker at once: asked by %s', async (way, ask) => {
    const { worker } = await startedRig('pb', ['--allow-shutdown', way]);
    ask(worker);
    expect(await worker.process.exit).toEqual({ code: 0, signal: null });
  });
});

// The Python worker goes on running: its request to leave is one that this protocol does not know.
describe(
  'a graceful shutdown over MessagePack',
  onlyOurs('the Python worker cannot shut down gracefully over MessagePack'),
  () => {
    const MSGPACK = 'msgpack_experimental_v7';

    it('lets the build end, holds the next one back and exits', async () => {
      const { rig, worker } = await startedRig(MSGPACK, ['--allow-shutdown', 'signal']);
      const { control } = rig.master;
      const running = await control.force('held', CANDIDATE);
      await fileAppears(path.join(worker.dir, 'held/build/started'));

      worker.process.signal('SIGHUP');
      await worker.logged('new builds are held back until we leave');
      const next = await control.force('quick', CANDIDATE);
      await control.started(next);
      fs.writeFileSync(path.join(worker.dir, 'held/build/go-on'), '');

      const record = await control.finished(running);
      expect(record.results).toBe(SUCCESS);
      expect(record.steps.at(-1)?.logs[0]?.streams.stdout).toBe('done\n');
      expect(await worker.process.exit).toEqual({ code: 0, signal: null });
      // Not a step of it began; the master runs it again when a worker is there.
      const again = rig.startWorker(CANDIDATE, candidate);
      await rig.attached(CANDIDATE);
      expect((await control.finished(next)).results).toBe(SUCCESS);
      expect(await control.builds()).toEqual({ [SUCCESS]: 2, [RETRY]: 1 });
      await again.stop();
    });

    it('ends an idle worker', async () => {
      const { worker } = await startedRig(MSGPACK, ['--allow-shutdown', 'signal']);
      worker.process.signal('SIGHUP');
      expect(await worker.process.exit).toEqual({ code: 0, signal: null });
    });
  },
);

describe.each(PROTOCOLS)('a shutdown by TERM over %s', (protocol) => {
  it('ends the commands and the process', async () => {
    const { rig, worker } = await startedRig(protocol, []);
    await rig.master.control.force('family', CANDIDATE);
    const pids = await fileAppears(path.join(worker.dir, 'family/build/pids'));
    const family = pids.trim().split(' ').map(Number);

    worker.process.signal('SIGTERM');
    // Some programs end by the signal itself once they have cleaned up.
    const late = delay(ENDED_WITHIN_MS, 'still running', { ref: false });
    expect(await Promise.race([worker.process.exit, late])).not.toBe('still running');
    expect(family.filter(isAlive)).toEqual([]);
  });
});

async function startedRig(
  protocol: Protocol,
  options: readonly string[],
): Promise<{ rig: InteropRig; worker: InteropWorker }> {
  const rig = await InteropRig.withMasterOnly('life', { protocol });
  onTestFinished(async () => {
    await rig.stop();
  });
  await rig.makeDir(CANDIDATE, 'python', options);
  const worker = rig.startWorker(CANDIDATE, candidate);
  await rig.attached(CANDIDATE);
  return { rig, worker };
}
