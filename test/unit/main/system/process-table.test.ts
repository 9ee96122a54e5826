import { expect, it } from 'vitest';
import {
  findProcess,
  isKernels,
  isThread,
  listProcesses,
  listProcessesSince,
} from '../../../../main/system/process-table.ts';
import { notOn, onlyOn } from '../../../support/only-on.ts';

it(
  'lists this process with its parent',
  notOn('win32', 'Windows has no table of processes that can be read at once'),
  () => {
    expect(listProcesses()).toContainEqual(
      expect.objectContaining({ pid: process.pid, parentPid: process.ppid, isZombie: false }),
    );
  },
);

it(
  'finds one process as it is in the table',
  onlyOn('linux', 'only Linux can look up a single process cheaply'),
  () => {
    const found = findProcess(process.pid);
    expect(listProcesses()).toContainEqual(found);
    expect(findProcess(2 ** 22 + 1)).toBe(undefined);
  },
);

it(
  'lists what was started since a process, itself included',
  onlyOn('linux', 'only Linux can look up a single process cheaply'),
  () => {
    const pids = listProcessesSince(process.pid).map(({ pid }) => pid);
    expect(pids).toContain(process.pid);
  },
);

it(
  'distinguishes a process from a thread',
  onlyOn('linux', 'only Linux shows threads beside processes'),
  () => {
    expect(isThread(process.pid)).toBe(false);
  },
);

it(
  'distinguishes the kernel’s own from programs',
  onlyOn('linux', 'only Linux lists its own processes'),
  () => {
    const own = { pid: process.pid, parentPid: process.ppid };
    const seen = [own, { pid: 2, parentPid: 0 }, { pid: 17, parentPid: 2 }].map(isKernels);
    expect(seen).toEqual([false, true, true]);
  },
);
