import { describe, expect, it } from 'vitest';
import type { StepPlan } from '../../../../../main/rehearsal-master/build/build-plan.ts';
import {
  type OutputChunk,
  textOf,
} from '../../../../../main/rehearsal-master/build/build-record.ts';
import { StepRun } from '../../../../../main/rehearsal-master/build/step-run.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { Tuple } from '../../../../../main/spread/jelly/jelly-value.ts';
import { allDelivered } from '../../../../support/broker-pair.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { endsWith, RemoteWorker } from '../../../../support/remote-worker.ts';

const shell = (command: string) => ({ kind: 'shell', command }) as const;

/** A worker whose programs do as their command line says. */
async function stepOn(plan: Omit<StepPlan, 'name'>) {
  const remote = await RemoteWorker.attach('linux');
  remote.onCommand = async (command) => {
    if (command.args.get('command') === 'hang') return;
    if (command.args.get('command') === 'raise') return command.complete(new Error('no space'));
    await command.update('stdout', 'text\n');
    await endsWith(command, command.args.get('command') === 'fail' ? 2 : 0);
  };
  const printed: OutputChunk[] = [];
  const clock = new FakeClock(5);
  const step = new StepRun({
    worker: remote.attached,
    builderName: 'linux',
    plan: { name: 'step', ...plan },
    clock,
    onOutput: (chunk) => printed.push(chunk),
  });
  return { remote, step, printed, clock };
}

describe('a step', () => {
  it('gives its commands one after the other, and succeeds with all of them', async () => {
    const { remote, step, printed } = await stepOn({ commands: [shell('a'), shell('b')] });
    const record = await step.run();
    expect(record).toMatchObject({
      name: 'step',
      result: 'success',
      rc: 0,
      startedAt: 5,
      endedAt: 5,
    });
    expect(textOf(record, 'stdout')).toBe('text\ntext\n');
    expect(printed).toEqual(record.output);
    expect(remote.calls.filter((call) => call.includes('startCommand'))).toHaveLength(2);
  });

  it('ends with the first command that fails', async () => {
    const { remote, step } = await stepOn({ commands: [shell('fail'), shell('b')] });
    expect(await step.run()).toMatchObject({ result: 'failure', rc: 2 });
    expect(remote.calls.filter((call) => call.includes('startCommand'))).toHaveLength(1);
  });

  it('takes the other way where the first has failed', async () => {
    const { step } = await stepOn({ commands: [shell('fail')], otherwise: [shell('b')] });
    expect((await step.run()).result).toBe('success');
  });

  it('takes no other way after an exception', async () => {
    const { step } = await stepOn({ commands: [shell('raise')], otherwise: [shell('b')] });
    expect(await step.run()).toMatchObject({
      result: 'exception',
      failure: expect.stringContaining('no space'),
    });
  });

  it('is an exception where the worker refuses its command', async () => {
    const { remote, step } = await stepOn({ commands: [shell('a')] });
    remote.onCommand = () => {
      throw new Error('no such command');
    };
    expect(await step.run()).toMatchObject({
      result: 'exception',
      failure: expect.stringContaining('no such command'),
    });
  });

  it('is to be done again when the connection is lost, during a command or before', async () => {
    const { remote, step } = await stepOn({ commands: [shell('hang')] });
    const running = step.run();
    await allDelivered();
    remote.lose();
    expect((await running).result).toBe('retry');
    const next = await stepOn({ commands: [shell('a')] });
    next.remote.lose();
    expect((await next.step.run()).result).toBe('retry');
  });

  it('interrupts the command that runs, and begins no further one', async () => {
    const { remote, step } = await stepOn({ commands: [shell('hang'), shell('b')] });
    const reasons: string[] = [];
    remote.onCommand = (command) => {
      remote.onInterrupt = (why) => {
        reasons.push(why);
        void endsWith(command, -1);
      };
    };
    const running = step.run();
    await allDelivered();
    step.interrupt('enough');
    expect((await running).result).toBe('cancelled');
    expect(reasons).toEqual(['enough']);
    expect(remote.calls.filter((call) => call.includes('startCommand'))).toHaveLength(1);
  });

  it('keeps values, lines of watched files and uploads', async () => {
    const { remote, step } = await stepOn({ commands: [{ kind: 'uploadFile', from: 'report' }] });
    remote.onCommand = async (command) => {
      const writer = command.args.get('writer');
      if (writer instanceof RemoteReference) await writer.call('write', new Uint8Array([7]));
      await command.update('log', new Tuple(['a.log', 'line\n']));
      await command.update('files', ['a']);
      await endsWith(command, 0);
    };
    const record = await step.run();
    expect(record.output).toEqual([{ stream: 'a.log', text: 'line\n' }]);
    expect(record.values.get('files')).toEqual(['a']);
    expect(record.uploads.get('report')).toEqual(new Uint8Array([7]));
  });
});
