import { expect, it } from 'vitest';
import { watchDrain } from '../../../../../main/cli/running-worker/watch-drain.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';
import { FakeControl } from '../../../../support/staged-worker.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: [] };
const DRAINING: WorkerStatus = {
  kind: 'draining',
  purpose: 'shut-down',
  since: 0,
  builders: ['linux'],
  commands: [],
};
const STOPPED: WorkerStatus = { kind: 'stopped', why: undefined };

it.each([
  ['has stopped', [DRAINING, STOPPED], 'stopped'],
  ['accepts builds again', [DRAINING, IDLE], 'cancelled'],
  ['was idle before it drained', [IDLE, DRAINING, STOPPED], 'stopped'],
] as const)('ends when the worker %s', async (_when, statuses, end) => {
  const control = new FakeControl();
  const shown: string[] = [];
  const drain = watchDrain(control, ({ status }) => shown.push(status.kind));
  for (const status of statuses) control.changeTo(status);
  expect(await drain).toBe(end);
  expect(shown).toEqual(statuses.map(({ kind }) => kind));
});

it('ends with the process of the worker', async () => {
  const control = new FakeControl();
  const drain = watchDrain(control, () => {});
  control.changeTo(DRAINING);
  control.hangUp();
  expect(await drain).toBe('stopped');
});
