import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOLS, type Protocol } from '../../main/worker-settings/protocols.ts';
import { waitFor } from '../support/wait-for.ts';
import { candidate } from './support/candidate.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import { fileAppears, isAlive } from './support/managed-process.ts';

/** What the design promises: a master that is back is found again this soon. */
const BACK_WITHIN_MS = 3000;

/** The second has a child that left the process group, which the Python worker does not find. */
const FAMILIES = candidate === 'python' ? ['family'] : ['family', 'family-apart'];

describe.each(PROTOCOLS)('a master that is killed during a build over %s', (protocol) => {
  it.each(FAMILIES)(
    'finds its worker again, and nothing left of the build: %s',
    async (builder) => {
      const rig = await startedRig(protocol);
      const { control } = rig.master;
      const request = await control.force(builder, CANDIDATE);
      const pids = await pidsOf(rig, builder);
      expect(pids.every(isAlive)).toBe(true);

      await rig.master.kill();
      await waitFor(() => expect(pids.filter(isAlive)).toEqual([]));

      await rig.master.startAgain();
      const late = delay(BACK_WITHIN_MS, 'not attached in time', { ref: false });
      expect(await Promise.race([rig.master.control.attached(CANDIDATE), late])).toBe(null);
      // The master runs the lost build again.
      const record = await rig.master.control.finished(request);
      expect(record.results).toBe(0);
      expect(rig.commandsIn(CANDIDATE)).toEqual([]);
    },
  );
});

async function startedRig(protocol: Protocol): Promise<InteropRig> {
  const rig = await InteropRig.withMasterOnly('life', { protocol });
  onTestFinished(async () => {
    await rig.stop();
  });
  await rig.makeDir(CANDIDATE, 'python');
  rig.startWorker(CANDIDATE, candidate);
  await rig.attached(CANDIDATE);
  return rig;
}

async function pidsOf(rig: InteropRig, builder: string): Promise<readonly number[]> {
  const dir = path.join(rig.workerDir(CANDIDATE), builder, 'build');
  const family = await fileAppears(path.join(dir, 'pids'));
  const apart = builder === 'family-apart' ? await fileAppears(path.join(dir, 'apart')) : '';
  return `${family} ${apart}`.trim().split(/\s+/).map(Number);
}
