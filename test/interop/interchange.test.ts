import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROTOCOLS, type Protocol } from '../../main/worker-settings/protocols.ts';
import { candidate, onlyOurs } from './support/candidate.ts';
import { CANDIDATE, InteropRig, REFERENCE } from './support/interop-rig.ts';
import type { Maker } from './support/interop-worker.ts';

const MAKERS: readonly Maker[] = candidate === 'python' ? ['python'] : ['python', 'buildtray'];
const PAIRS = MAKERS.flatMap((maker) => MAKERS.map((runner) => [maker, runner] as const));

describe.each(PROTOCOLS)("a worker's directory for %s", (protocol) => {
  it.each(PAIRS)('made by %s is run by %s', async (maker, runner) => {
    const rig = await masterOnly(protocol);
    await rig.makeDir(CANDIDATE, maker);
    rig.startWorker(CANDIDATE, runner);
    await rig.attached(CANDIDATE);
    expect((await rig.run('quick', CANDIDATE)).results).toBe(0);
  });

  it('goes from one program to the other and back', async () => {
    const rig = await masterOnly(protocol);
    await rig.makeDir(CANDIDATE, 'python');
    for (const runner of [...MAKERS, ...MAKERS]) {
      const worker = rig.startWorker(CANDIDATE, runner);
      await rig.attached(CANDIDATE);
      expect((await rig.run('quick', CANDIDATE)).results).toBe(0);
      await worker.stop();
      await rig.master.control.detached(CANDIDATE);
    }
  });

  it(
    'holds the same files, whoever made it',
    onlyOurs('there is nothing to compare when both are the Python worker'),
    async () => {
      const rig = await masterOnly(protocol);
      const options = ['--umask', '0o22', '--maxdelay', '17', '--allow-shutdown', 'file'];
      await rig.makeDir(REFERENCE, 'python', options);
      await rig.makeDir(CANDIDATE, 'buildtray', options);
      expect(filesOf(rig.workerDir(CANDIDATE))).toEqual(filesOf(rig.workerDir(REFERENCE)));
    },
  );
});

describe.each(PROTOCOLS)('a directory that no builder owns, over %s', (protocol) => {
  const LEFT =
    "I have a leftover directory 'old-builder' that is not being used by the buildmaster: you can delete it now";

  // Over MessagePack the master itself looks for such directories, and reports them to nobody.
  it.each(protocol === 'pb' ? MAKERS : [])('is reported: %s', async (runner) => {
    const rig = await masterOnly(protocol);
    await rig.makeDir(CANDIDATE, 'python');
    fs.mkdirSync(path.join(rig.workerDir(CANDIDATE), 'old-builder'));
    const worker = rig.startWorker(CANDIDATE, runner);
    await rig.attached(CANDIDATE);
    await worker.logged(LEFT);
    expect(fs.existsSync(path.join(rig.workerDir(CANDIDATE), 'old-builder'))).toBe(true);
  });

  // The Python worker deletes below its current directory, which is the base directory when it is
  // started as here.
  it.each(MAKERS)('is removed when that is wanted: %s', async (runner) => {
    const rig = await masterOnly(protocol);
    await rig.makeDir(CANDIDATE, 'python', ['--delete-leftover-dirs']);
    const left = path.join(rig.workerDir(CANDIDATE), 'old-builder');
    fs.mkdirSync(path.join(left, 'below'), { recursive: true });
    rig.startWorker(CANDIDATE, runner);
    await rig.attached(CANDIDATE);
    expect(fs.existsSync(left)).toBe(false);
    expect(fs.existsSync(path.join(rig.workerDir(CANDIDATE), 'info'))).toBe(true);
  });
});

async function masterOnly(protocol: Protocol): Promise<InteropRig> {
  const rig = await InteropRig.withMasterOnly('life', { protocol });
  onTestFinished(async () => {
    expect(await rig.stop()).toEqual([]);
  });
  return rig;
}

/** Names and modes: each program fills the files in its own words. */
function filesOf(dir: string): readonly string[] {
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const found = path.join(dir, name);
      const { mode } = fs.statSync(found);
      return `${mode.toString(8)} ${name}`;
    });
}
