import { expect, it, vi } from 'vitest';
import { askWorker } from '../../../../../main/cli/running-worker/ask-worker.ts';
import {
  REFUSED,
  stageBuildbotWorker,
  stageNone,
  stageRunning,
} from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

it('hands the request to the worker that runs', async () => {
  const control = stageRunning();
  await askWorker('/w', { kind: 'resume' });
  expect(control.requested).toEqual([{ kind: 'resume' }]);
  expect(control.isClosed).toBe(true);
});

it('fails with the worker’s own sentence', async () => {
  const control = stageRunning();
  control.performed = REFUSED;
  await expect(askWorker('/w', { kind: 'resume' })).rejects.toThrow('does not do that now');
  expect(control.isClosed).toBe(true);
});

it.each([
  ['none', stageNone],
  ['buildbot-worker', stageBuildbotWorker],
])('needs a worker of Buildtray, and finds %s', async (_kind, set) => {
  set();
  await expect(askWorker('/w', { kind: 'resume' })).rejects.toThrow(
    'No worker of Buildtray runs in /w that could be asked.',
  );
});
