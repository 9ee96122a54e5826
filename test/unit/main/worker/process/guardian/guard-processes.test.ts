import { expect, it } from 'vitest';
import {
  guardProcesses,
  processGuard,
} from '../../../../../../main/worker/process/guardian/guard-processes.ts';
import {
  OWN_VARIABLE,
  ownIdentity,
} from '../../../../../../main/worker/process/guardian/own-identity.ts';
import { isRunning } from '../../../../../support/is-running.ts';
import { notOn, onlyOn } from '../../../../../support/only-on.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

const ON_LINUX = onlyOn('linux', 'the guardian reads /proc');

it('guards a process once, however many workers it runs', ON_LINUX, async () => {
  expect(processGuard()).toBeUndefined();
  const [first, second] = await Promise.all([guardProcesses(() => {}), guardProcesses(() => {})]);
  expect(second).toBe(first);
  expect(processGuard()).toBe(first);
  expect(isRunning(first?.guardian.pid ?? 0)).toBe(true);
});

it('marks what the process starts for itself', ON_LINUX, () => {
  expect(process.env[OWN_VARIABLE]).toBe(ownIdentity());
});

it(
  'holds this process, and not its guardian, in a group where one can be made',
  ON_LINUX,
  async () => {
    const { group, guardian } = processGuard() ?? expect.fail('nothing is guarded');
    // It moves out by itself.
    await waitFor(() => {
      const pids = group?.pids() ?? new Set([process.pid]);
      expect([pids.has(process.pid), pids.has(guardian.pid ?? 0)]).toEqual([true, false]);
    });
  },
);

it('does nothing elsewhere', notOn('linux', 'Linux has what it takes'), async () => {
  expect(await guardProcesses(() => {})).toBeUndefined();
});
