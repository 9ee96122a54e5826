import { describe, expect, it } from 'vitest';
import { RaisedError } from '../../../../main/spread/broker/errors.ts';
import { allDelivered } from '../../../support/broker-pair.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { endsWith, RemoteWorker, type TakenCommand } from '../../../support/remote-worker.ts';

/** What the worker calls on the master. */
async function perspectiveCall(remote: RemoteWorker, name: string) {
  return remote.attached.perspective().method(name)?.([], new Map());
}

describe('a worker that has logged in', () => {
  it('is attached by the calls of a real master, in their order', async () => {
    const remote = await RemoteWorker.attach('linux', 'docs');
    expect(remote.calls).toEqual([
      ...['print attached', 'setBuilderList', 'linux.print attached', 'docs.print attached'],
    ]);
    expect(remote.attached.info.get('admin')).toBe('Ada');
  });

  it('has no builder that was taken away', async () => {
    const remote = await RemoteWorker.attach('linux', 'docs');
    await remote.attached.setBuilders(['docs']);
    await remote.attached.startBuild('docs');
    await expect(remote.attached.startBuild('linux')).rejects.toThrow('no builder linux');
  });

  it('gets each command with a number of its own', async () => {
    const remote = await RemoteWorker.attach('linux');
    for (const name of ['stat', 'shell']) {
      await (await remote.attached.startCommand('linux', name, {})).completed;
    }
    expect(remote.calls.slice(-2)).toEqual([
      'linux.startCommand 1 stat',
      'linux.startCommand 2 shell',
    ]);
  });

  it('may refuse a command, and may leave then', async () => {
    const remote = await RemoteWorker.attach('linux');
    remote.onCommand = () => {
      throw new Error('no such command');
    };
    await expect(remote.attached.startCommand('linux', 'x', {})).rejects.toThrow('no such command');
    await allDelivered();
    await perspectiveCall(remote, 'shutdown');
    await allDelivered();
    expect(remote.calls).toContain('shutdown');
  });

  it('loses what runs with the connection', async () => {
    const remote = await RemoteWorker.attach('linux');
    remote.onCommand = () => {};
    const command = await remote.attached.startCommand('linux', 'shell', {});
    remote.attached.drop();
    expect(await command.completed).toBeUndefined();
    await remote.attached.ended;
  });
});

describe('a worker that asks to leave', () => {
  it('may once its build and its commands have ended, and is released once', async () => {
    const remote = await RemoteWorker.attach('linux');
    const taken: TakenCommand[] = [];
    remote.onCommand = (command) => void taken.push(command);
    const hold = remote.attached.hold();
    const command = await remote.attached.startCommand('linux', 'shell', {});
    await perspectiveCall(remote, 'shutdown');
    await endsWith(taken[0] as TakenCommand, 0);
    await command.completed;
    await allDelivered();
    expect(remote.calls).not.toContain('shutdown');
    hold.dispose();
    await perspectiveCall(remote, 'shutdown');
    await allDelivered();
    expect(remote.calls.filter((call) => call === 'shutdown')).toHaveLength(1);
  });

  it('gets no further build', async () => {
    const remote = await RemoteWorker.attach('linux');
    await perspectiveCall(remote, 'shutdown');
    await expect(remote.attached.startBuild('linux')).rejects.toThrow(RaisedError);
  });
});

describe('whether a worker is still there', () => {
  it('shows when it answers in time', async () => {
    const remote = await RemoteWorker.attach();
    const clock = new FakeClock();
    expect(await remote.attached.answers('still there?', clock, 10_000)).toBe(true);
    expect([remote.calls.at(-1), clock.pendingTimers]).toEqual(['print still there?', 0]);
  });

  it('is doubtful when it does not', async () => {
    const remote = await RemoteWorker.attach();
    const clock = new FakeClock();
    const answered = remote.attached.answers('still there?', clock, 10_000);
    clock.advance(10_000);
    expect(await answered).toBe(false);
  });

  it('is no question once it is gone', async () => {
    const remote = await RemoteWorker.attach();
    remote.lose();
    expect(await remote.attached.answers('still there?', new FakeClock(), 10_000)).toBe(false);
  });

  it('shows in the keepalives that it sends', async () => {
    const remote = await RemoteWorker.attach();
    expect(await perspectiveCall(remote, 'keepalive')).toBeNull();
    expect(remote.attached.keepalives).toBe(1);
  });
});
