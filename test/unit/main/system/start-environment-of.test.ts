import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { startEnvironmentOf } from '../../../../main/system/start-environment-of.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { waitFor } from '../../../support/wait-for.ts';

const ON_LINUX = onlyOn('linux', 'only Linux shows the environment of another process');

/** Runs until the test ends; the environment can be read as soon as it is another program. */
function sleeperWith(environment: Readonly<Record<string, string>>) {
  const child = spawn('/bin/sleep', ['600'], { env: environment, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { pid: child.pid ?? 0, parentPid: process.pid, isZombie: false };
}

it('gives what a process was started with', ON_LINUX, async () => {
  const entry = sleeperWith({ A: '1', B: 'two words' });
  await waitFor(() => expect(startEnvironmentOf(entry)).toEqual(['A=1', 'B=two words']));
});

it('distinguishes an emptied environment from one that is not there yet', ON_LINUX, async () => {
  const entry = sleeperWith({});
  await waitFor(() => expect(startEnvironmentOf(entry)).toEqual([]));
});

it('has none of a process that is gone, has ended, or is the kernel’s', ON_LINUX, async () => {
  const child = spawn('/bin/true', { stdio: 'ignore' });
  await once(child, 'exit');
  const pid = child.pid ?? 0;
  expect(startEnvironmentOf({ pid, parentPid: process.pid, isZombie: false })).toBeUndefined();
  expect(startEnvironmentOf({ pid, parentPid: process.pid, isZombie: true })).toBeUndefined();
  expect(startEnvironmentOf({ pid: process.pid, parentPid: 2, isZombie: false })).toBeUndefined();
});
