import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { candidate } from './support/candidate.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import type { InteropWorker } from './support/interop-worker.ts';
import { fileAppears, isAlive } from './support/managed-process.ts';

const SUCCESS = 0;

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
    const { rig, worker } = await startedRig(['--allow-shutdown', way]);
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
    const { worker } = await startedRig(['--allow-shutdown', way]);
    ask(worker);
    expect(await worker.process.exit).toEqual({ code: 0, signal: null });
  });
});

describe('a shutdown by TERM', () => {
  it('ends the commands and the process', async () => {
    const { rig, worker } = await startedRig([]);
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
  options: readonly string[],
): Promise<{ rig: InteropRig; worker: InteropWorker }> {
  const rig = await InteropRig.withMasterOnly('life');
  onTestFinished(async () => {
    await rig.stop();
  });
  await rig.makeDir(CANDIDATE, 'python', options);
  const worker = rig.startWorker(CANDIDATE, candidate);
  await rig.attached(CANDIDATE);
  return { rig, worker };
}
