import { beforeEach, expect, it, vi } from 'vitest';
import { WindowsProcessTree } from '../../../../../../main/worker/process/tree/windows-process-tree.ts';

const fake = vi.hoisted(() => ({ started: [] as unknown[] }));
vi.mock('node:child_process', () => ({
  execFile: (program: string, args: readonly string[]) => fake.started.push([program, ...args]),
}));

beforeEach(() => {
  fake.started = [];
});

it('asks the tree to end by TERM, and ends it by force with every other signal', () => {
  const tree = new WindowsProcessTree(42);
  for (const name of ['TERM', 'KILL', 'INT']) tree.signal(name);
  expect(fake.started).toEqual([
    ['taskkill', '/PID', '42', '/T'],
    ['taskkill', '/PID', '42', '/T', '/F'],
    ['taskkill', '/PID', '42', '/T', '/F'],
  ]);
});

it('knows of no survivors', () => {
  expect(new WindowsProcessTree(42).survivors()).toEqual([]);
});
