import { expect, it } from 'vitest';
import {
  findProcess,
  isThread,
  listProcesses,
  listProcessesSince,
} from '../../../../main/system/process-table.ts';

const isLinux = process.platform === 'linux';

it.skipIf(process.platform === 'win32')('lists this process with its parent', () => {
  expect(listProcesses()).toContainEqual(
    expect.objectContaining({ pid: process.pid, parentPid: process.ppid, isZombie: false }),
  );
});

// Elsewhere a single process cannot be looked up cheaply.
it.runIf(isLinux)('finds one process as it is in the table', () => {
  const found = findProcess(process.pid);
  expect(listProcesses()).toContainEqual(found);
  expect(findProcess(2 ** 22 + 1)).toBe(undefined);
});

it.runIf(isLinux)('lists what was started since a process, itself included', () => {
  const pids = listProcessesSince(process.pid).map(({ pid }) => pid);
  expect(pids).toContain(process.pid);
});

it.runIf(isLinux)('distinguishes a process from a thread', () => {
  expect(isThread(process.pid)).toBe(false);
});
