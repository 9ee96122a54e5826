import { describe, expect, it } from 'vitest';
import type { StepPlan } from '../../../../../main/rehearsal-master/build/build-plan.ts';
import {
  type BuildProgress,
  BuildRun,
} from '../../../../../main/rehearsal-master/build/build-run.ts';
import { RaisedError } from '../../../../../main/spread/broker/errors.ts';
import { allDelivered } from '../../../../support/broker-pair.ts';
import { endsWith, RemoteWorker } from '../../../../support/remote-worker.ts';

function step(name: string, rules: Partial<StepPlan> = {}): StepPlan {
  return { name, commands: [{ kind: 'shell', command: name }], ...rules };
}

/** On a worker whose programs fail when they are called so, and hang when they are called so. */
async function built(...steps: readonly StepPlan[]) {
  const remote = await RemoteWorker.attach('linux');
  remote.onCommand = async (command) => {
    const name = command.args.get('command');
    remote.onInterrupt = () => void endsWith(command, -1);
    if (name !== 'hang') await endsWith(command, name === 'fail' ? 1 : 0);
  };
  const progress: BuildProgress[] = [];
  const build = BuildRun.start(
    remote.attached,
    { builderName: 'linux', steps },
    { onProgress: (one) => progress.push(one) },
  );
  const results = async () => {
    const { result, steps: records } = await build.finished;
    return [result, ...records.map((record) => record.result)];
  };
  return { remote, build, progress, results };
}

describe('a build', () => {
  it('goes on after a failure, which is its own', async () => {
    const { results } = await built(step('a'), step('fail'), step('b'));
    expect(await results()).toEqual(['failure', 'success', 'failure', 'success']);
  });

  it('halts where a step asks for it, but for what always runs', async () => {
    const { results, progress } = await built(
      step('fail', { haltOnFailure: true }),
      step('b'),
      step('c', { alwaysRun: true }),
    );
    expect(await results()).toEqual(['failure', 'failure', 'skipped', 'success']);
    expect(progress.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      ...['step-started 0', 'step-ended 0', 'step-ended 1', 'step-started 2', 'step-ended 2'],
    ]);
  });

  it('is not spoilt by a step whose failure means nothing', async () => {
    const { results } = await built(step('fail', { flunkOnFailure: false }));
    expect(await results()).toEqual(['success', 'failure']);
  });

  it('is cancelled when it is interrupted, and tidies up all the same', async () => {
    const { results, build } = await built(step('hang'), step('b'), step('c', { alwaysRun: true }));
    await allDelivered();
    build.interrupt('enough');
    expect(await results()).toEqual(['cancelled', 'cancelled', 'skipped', 'success']);
  });

  it('is to be done again when the worker is lost, and attempts nothing more', async () => {
    const { results, remote } = await built(step('hang'), step('c', { alwaysRun: true }));
    await allDelivered();
    remote.lose();
    expect(await results()).toEqual(['retry', 'retry', 'skipped']);
  });

  it('keeps a worker that is to leave until it has ended', async () => {
    const { remote, build } = await built(step('a'), step('b'));
    void remote.attached.perspective().method('shutdown')?.([], new Map());
    await build.finished.catch(() => {});
    await allDelivered();
    expect(remote.calls.indexOf('shutdown')).toBe(remote.calls.length - 1);
  });

  it('does not begin on a worker that is leaving', async () => {
    const { remote, build } = await built(step('a'));
    await build.finished;
    await remote.attached.perspective().method('shutdown')?.([], new Map());
    const next = BuildRun.start(remote.attached, { builderName: 'linux', steps: [step('a')] });
    await expect(next.finished).rejects.toThrow(RaisedError);
  });
});
