import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { candidate, onlyOurs } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { freePort } from './support/interop-master.ts';
import { CANDIDATE, InteropRig, REFERENCE } from './support/interop-rig.ts';
import { type Maker, makeWorkerDir } from './support/interop-worker.ts';
import { useRig } from './support/use-rig.ts';

const MAKERS: readonly Maker[] = candidate === 'python' ? ['python'] : ['python', 'buildtray'];

describe('options of a worker', () => {
  const rig = useRig({
    subject: 'options',
    candidate,
    workerOptions: ['--umask', '0o27', '--numcpus', '7', '--keepalive', '5'],
    prepare: (made) => {
      for (const name of [REFERENCE, CANDIDATE]) writeInLatin1(made.workerDir(name));
    },
  });

  it.concurrent.each(['encoding', 'umask'])('leave the same record: %s', async (builder) => {
    expectSameBuild(await rig().runPair(builder));
  });
});

describe('a relocatable directory', () => {
  it.each(MAKERS.flatMap((maker) => MAKERS.map((runner) => [maker, runner] as const)))(
    'made by %s and moved is run by %s',
    async (maker, runner) => {
      const rig = await InteropRig.withMasterOnly('life');
      onTestFinished(async () => {
        expect(await rig.stop()).toEqual([]);
      });
      const dir = path.join(rig.dir, 'made-here');
      await rig.makeDir(CANDIDATE, maker, ['--relocatable'], { dir });
      fs.renameSync(dir, rig.workerDir(CANDIDATE));
      rig.startWorker(CANDIDATE, runner);
      await rig.attached(CANDIDATE);
      const { basedir } = await rig.master.control.workerInfo(CANDIDATE);
      expect(basedir).toBe(rig.workerDir(CANDIDATE));
      expect((await rig.run('quick', CANDIDATE)).results).toBe(0);
    },
  );
});

describe('maxretries', onlyOurs('the Python worker ends in another way'), () => {
  it('ends the worker with status 1, in a sentence', async () => {
    const rig = await InteropRig.withMasterOnly('life');
    onTestFinished(async () => {
      await rig.stop();
    });
    await makeWorkerDir({
      by: 'python',
      dir: rig.workerDir(CANDIDATE),
      name: CANDIDATE,
      port: await freePort(),
      options: ['--maxretries', '2'],
      env: rig.workerEnv,
    });
    const worker = rig.startWorker(CANDIDATE, 'buildtray');
    expect(await worker.process.exit).toEqual({ code: 1, signal: null });
    expect(worker.log).toContain('Gave up after 2 failed attempts. Nothing listens on port');
  });
});

/** Neither `create-worker` has the option in all versions, so it is written by hand, as people do. */
function writeInLatin1(dir: string): void {
  const tac = path.join(dir, 'buildbot.tac');
  const before = fs.readFileSync(tac, 'utf8');
  const after = before.replace(/(umask=umask,)/, "$1 unicode_encoding='latin-1',");
  expect(after).not.toBe(before);
  fs.writeFileSync(tac, after);
}
