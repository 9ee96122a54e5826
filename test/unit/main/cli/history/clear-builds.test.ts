import { beforeEach, expect, it, vi } from 'vitest';
import { clearBuilds } from '../../../../../main/cli/history/clear-builds.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { type FakeControl, stageRunning } from '../../../../support/staged-worker.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const temporary = temporaryBasedir();
const RUNNING = { kind: 'buildtray', basedir: '/w', pid: 7 } as const;

let control: FakeControl;
beforeEach(() => {
  control = stageRunning();
});

it('has the worker that runs forget them, for it would write on from what it remembers', async () => {
  control.cleared = succeeded(3);
  expect(await clearBuilds(RUNNING)).toBe(3);
  expect(control.isClosed).toBe(true);
});

it('fails with the worker’s own sentence', async () => {
  control.cleared = failed(foreignProblem('The history cannot be removed.'));
  await expect(clearBuilds(RUNNING)).rejects.toThrow('The history cannot be removed.');
});

it('removes the history itself where no worker runs', async () => {
  expect(await clearBuilds({ kind: 'none', basedir: temporary.path })).toBe(0);
});
