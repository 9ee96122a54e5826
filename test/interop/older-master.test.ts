import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { candidate } from './support/candidate.ts';
import { expectSameBuild } from './support/expect-same-build.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import { fileAppears } from './support/managed-process.ts';
import { systemBuildbotMissing } from './support/places.ts';

/** What old masters and new ones might treat differently: each command, each kind of update. */
const BUILDERS = [
  'bad-arguments',
  'cpdir',
  'download',
  'download-text',
  'endings',
  'glob',
  'left-behind',
  'listdir',
  'log-files',
  'mixins',
  'mkdir',
  'rmdir',
  'rmfile',
  'secrets',
  'stat',
  'steps',
  'streams',
  'terminals',
  'umask',
  'upload-directory',
  'upload-file',
];

const missing = systemBuildbotMissing();

describe("builds on the distribution's Buildbot", () => {
  let rig: InteropRig | undefined;
  beforeAll(async () => {
    if (missing !== undefined) return;
    const subject = 'shell,files,transfer,options';
    const workerOptions = ['--umask', '0o27', '--numcpus', '7', '--keepalive', '5'];
    rig = await InteropRig.start({ subject, candidate, release: 'system', workerOptions });
  });
  afterAll(async () => {
    expect((await rig?.stop()) ?? []).toEqual([]);
  });

  it.concurrent.for(BUILDERS)('leave the same record: %s', async (builder, { skip }) => {
    if (!rig) return skip(missing);
    expectSameBuild(await rig.runPair(builder));
  });
});

describe("a graceful shutdown with the distribution's Buildbot", () => {
  it('lets the build end, and then the worker', async ({ skip }) => {
    if (missing !== undefined) skip(missing);
    const rig = await InteropRig.withMasterOnly('life', { release: 'system' });
    onTestFinished(async () => {
      await rig.stop();
    });
    const { control } = rig.master;
    await rig.makeDir(CANDIDATE, 'python', ['--allow-shutdown', 'signal']);
    const worker = rig.startWorker(CANDIDATE, candidate);
    await rig.attached(CANDIDATE);
    const running = await control.force('held', CANDIDATE);
    await fileAppears(path.join(worker.dir, 'held/build/started'));

    worker.process.signal('SIGHUP');
    await control.graceful(CANDIDATE);
    fs.writeFileSync(path.join(worker.dir, 'held/build/go-on'), '');

    expect((await control.finished(running)).results).toBe(0);
    expect(await worker.process.exit).toEqual({ code: 0, signal: null });
  });
});
