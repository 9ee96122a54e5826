import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { systemClock } from '../../../../../../main/lib/clock.ts';
import { startEnvironmentOf } from '../../../../../../main/system/start-environment-of.ts';
import {
  createProcessMark,
  endProcessesOfDeadWorkers,
} from '../../../../../../main/worker/process/tree/process-mark.ts';
import { onlyOn } from '../../../../../support/only-on.ts';

/** Runs until it is ended; its environment can be read once it has said something. */
async function sleeperWith(environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const code = "console.log('up'); setInterval(() => {}, 60_000)";
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const child = spawn(process.execPath, ['-e', code], { env: environment, stdio: [...stdio] });
  await once(child.stdout ?? child, 'data');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Of these tests alone: a worker that starts elsewhere meanwhile would end what dead workers left. */
const NAMESPACE = `pid:[of-a-test-${process.pid}]`;

// Only Linux lets us read the environment of others cheaply.
it(
  'is on the processes it was given to, and on no others',
  onlyOn('linux', 'only Linux shows the environment of another process'),
  async () => {
    const mark = createProcessMark();
    const other = createProcessMark();
    const child = await sleeperWith({ ...mark.variable, A: '1' });
    const pid = child.pid ?? 0;
    const environment = startEnvironmentOf({ pid, parentPid: process.pid, isZombie: false });
    if (environment === undefined || environment === 'changing') throw new Error('not readable');
    expect([mark.isIn(environment), other.isIn(environment)]).toEqual([true, false]);
    await end(child);
  },
);

it(
  'gives away what dead workers left, nothing else',
  onlyOn('linux', 'only Linux shows the environment of another process'),
  async () => {
    const { variable } = createProcessMark();
    const [[name, value = ''] = ['', '']] = Object.entries(variable);
    const [, pid, startedAt, number] = value.split(' ');
    const markedBy = (...mark: readonly (string | undefined)[]) =>
      sleeperWith({ [name]: mark.join(' ') });
    const ours = await markedBy(NAMESPACE, pid, startedAt, number);
    const ofDead = await markedBy(NAMESPACE, pid, `${startedAt}0`, number);
    const elsewhere = await markedBy('pid:[1]', pid, '0', number);
    const died = once(ofDead, 'exit');
    const { ended, surviving } = await endProcessesOfDeadWorkers(systemClock, NAMESPACE);
    expect(surviving).toEqual([]);
    expect(ended).toContain(ofDead.pid);
    expect(ended).not.toContain(ours.pid);
    expect(ended).not.toContain(elsewhere.pid);
    expect(await died).toEqual([null, 'SIGKILL']);
    await end(ours);
    await end(elsewhere);
  },
);

it(
  'names what could not be ended',
  onlyOn('linux', 'only Linux shows the environment of another process'),
  async () => {
    const { variable } = createProcessMark();
    const [[name, value = ''] = ['', '']] = Object.entries(variable);
    const [, pid, startedAt, number] = value.split(' ');
    const held = await sleeperWith({ [name]: [NAMESPACE, pid, `${startedAt}0`, number].join(' ') });
    const refused = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw new Error('EPERM');
    });
    const { ended, surviving } = await endProcessesOfDeadWorkers(systemClock, NAMESPACE);
    refused.mockRestore();
    expect(surviving).toContain(held.pid);
    expect(ended).not.toContain(held.pid);
    await end(held);
  },
);
