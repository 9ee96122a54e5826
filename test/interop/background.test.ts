import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { candidate, onlyOurs } from './support/candidate.ts';
import { CANDIDATE, InteropRig } from './support/interop-rig.ts';
import { commandOf, type Maker } from './support/interop-worker.ts';
import { fileAppears, ManagedProcess, runToEnd } from './support/managed-process.ts';

const SUCCESS = 0;
const MAKERS: readonly Maker[] = candidate === 'python' ? ['python'] : ['python', 'buildtray'];
const PAIRS = MAKERS.flatMap((maker) => MAKERS.map((runner) => [maker, runner] as const));

async function masterOnly(): Promise<InteropRig> {
  const rig = await InteropRig.withMasterOnly('life');
  onTestFinished(async () => {
    expect(await rig.stop()).toEqual([]);
  });
  return rig;
}

/** Runs a verb of a program on the candidate's directory, to its end; what it printed. */
function verb(rig: InteropRig, by: Maker, ...words: readonly string[]): Promise<string> {
  const args = [...words, rig.workerDir(CANDIDATE)];
  return runToEnd({ ...commandOf(by, args), env: rig.workerEnv });
}

describe('a worker in the background', () => {
  it.each(PAIRS)(
    'in a directory made by %s is started and stopped by %s',
    async (maker, runner) => {
      const rig = await masterOnly();
      const { control } = rig.master;
      await rig.makeDir(CANDIDATE, maker);
      await verb(rig, runner, 'start');
      await control.attached(CANDIDATE);
      expect((await rig.run('quick', CANDIDATE)).results).toBe(SUCCESS);
      await verb(rig, runner, 'stop');
      await control.detached(CANDIDATE);
      const left = fs
        .readdirSync(rig.workerDir(CANDIDATE))
        .filter((name) => /\.(?:pid|sock)$/.test(name));
      expect(left).toEqual([]);
    },
  );

  it(
    'shows its state, passes its checks, and ends the build before it stops gracefully',
    onlyOurs('the Python worker has no commands that ask for its state'),
    async () => {
      const rig = await masterOnly();
      const { control } = rig.master;
      const dir = rig.workerDir(CANDIDATE);
      await rig.makeDir(CANDIDATE, 'buildtray');
      expect(await verb(rig, 'buildtray', 'check')).toMatch(
        /^ok {7}login {6}.* accepts the worker/m,
      );
      expect(await verb(rig, 'buildtray', 'start')).toMatch(
        /^attached to 127\.0\.0\.1:\d+ \(process \d+\)\n$/,
      );
      const running = await control.force('held', CANDIDATE);
      await fileAppears(path.join(dir, 'held/build/started'));
      expect(JSON.parse(await verb(rig, 'buildtray', 'status', '--json'))).toMatchObject({
        status: { kind: 'building', builders: ['held'] },
      });
      const stop = new ManagedProcess({
        ...commandOf('buildtray', ['stop', '--graceful', dir]),
        env: rig.workerEnv,
      });
      await control.graceful(CANDIDATE);
      fs.writeFileSync(path.join(dir, 'held/build/go-on'), '');
      expect((await control.finished(running)).results).toBe(SUCCESS);
      expect(await stop.exit).toEqual({ code: 0, signal: null });
      expect(stop.output).toMatch(/^waiting for held/m);
      expect(stop.output).toMatch(/the worker has stopped gracefully\n$/);
    },
  );

  it(
    'is not disturbed by a check, which reports that the name is taken',
    onlyOurs('the Python worker has no check'),
    async () => {
      const rig = await masterOnly();
      await rig.makeDir(CANDIDATE, 'buildtray');
      rig.startWorker(CANDIDATE, 'python');
      await rig.attached(CANDIDATE);
      const check = new ManagedProcess({
        ...commandOf('buildtray', ['check', rig.workerDir(CANDIDATE)]),
        env: rig.workerEnv,
      });
      expect((await check.exit).code).toBe(1);
      expect(check.output).toMatch(/^failed {3}login {6}.*\(duplicate\)/m);
      expect((await rig.run('quick', CANDIDATE)).results).toBe(SUCCESS);
    },
  );
});
