import { expect, it, vi } from 'vitest';
import { cancel } from '../../../../../main/cli/verbs/cancel.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { REFUSED, stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

it('is requested of the running worker', async () => {
  const control = stageRunning();
  const terminal = new FakeTerminal();
  expect(await cancel.perform(['/w'], {}, terminal)).toBe(0);
  expect(control.requested).toMatchObject([{ kind: 'cancel-drain' }]);
  expect(terminal.stdout).toBe('the worker goes on taking builds\n');
});

it('prints nothing where the worker refuses', async () => {
  stageRunning().performed = REFUSED;
  const terminal = new FakeTerminal();
  await expect(cancel.perform(['/w'], {}, terminal)).rejects.toThrow('does not do that now');
  expect(terminal.stdout).toBe('');
});
