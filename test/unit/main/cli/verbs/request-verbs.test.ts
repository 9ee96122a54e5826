import { describe, expect, it, vi } from 'vitest';
import { requestVerbs } from '../../../../../main/cli/verbs/request-verbs.ts';
import { failed } from '../../../../../main/lib/outcome.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

describe.each([
  ['resume', { kind: 'resume' }, 'the worker accepts builds again\n'],
  ['cancel', { kind: 'cancel-drain', when: 'at-gap' }, 'the worker keeps accepting builds\n'],
] as const)('%s', (name, request, done) => {
  const perform = (terminal: FakeTerminal) =>
    requestVerbs.find((one) => one.name === name)?.perform(['/w'], {}, terminal);

  it('is requested of the running worker', async () => {
    const control = stageRunning();
    const terminal = new FakeTerminal();
    expect(await perform(terminal)).toBe(0);
    expect(control.requested).toEqual([request]);
    expect(terminal.stdout).toBe(done);
  });

  it('prints nothing where the worker refuses', async () => {
    stageRunning().performed = failed({ kind: 'refused', refusal: 'not-paused' });
    const terminal = new FakeTerminal();
    await expect(perform(terminal)).rejects.toThrow('The worker is not paused.');
    expect(terminal.stdout).toBe('');
  });
});
