import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { LeftProcesses } from '../../../../../../main/worker/process/tree/left-processes.ts';

it('lists those that run, each once, and forgets those that have ended', async () => {
  const left = new LeftProcesses();
  const children = ['300', '301'].map((seconds) => spawn('sleep', [seconds], { stdio: 'ignore' }));
  const pids = children.flatMap(({ pid }) => pid ?? []);
  left.add([...pids].reverse());
  left.add(pids);
  expect(left.pids).toEqual([...pids].sort((a, b) => a - b));
  for (const child of children) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  expect(left.pids).toEqual([]);
});

it('lists none that was gone already', async () => {
  const child = spawn('true', { stdio: 'ignore' });
  await once(child, 'exit');
  const left = new LeftProcesses();
  left.add([child.pid ?? 0]);
  expect(left.pids).toEqual([]);
});
