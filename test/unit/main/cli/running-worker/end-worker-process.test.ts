import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import {
  endWorkerProcess,
  mustBeGone,
} from '../../../../../main/cli/running-worker/end-worker-process.ts';

it('ends a process by SIGTERM, and waits until it is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const ended = once(child, 'exit');
  await once(child, 'spawn');
  await endWorkerProcess(child.pid ?? 0);
  expect(await ended).toEqual([null, 'SIGTERM']);
});

it('has nothing to do where the process has ended already', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await endWorkerProcess(child.pid ?? 0);
});

it('takes another process of the same number for none', async () => {
  await mustBeGone(process.pid, 'the mark of another start');
});
