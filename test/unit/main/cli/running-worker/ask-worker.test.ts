import { expect, it, vi } from 'vitest';
import { askWorker } from '../../../../../main/cli/running-worker/ask-worker.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
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
  await askWorker('/w', { kind: 'resume' }, new FakeTerminal());
  expect(control.requested).toEqual([{ kind: 'resume' }]);
  expect(control.isClosed).toBe(true);
});

it('prints once what the request waits for', async () => {
  const control = stageRunning();
  const terminal = new FakeTerminal();
  const waitsFor = problem('session.masterHasNotAnswered', { seconds: 65 });
  const drain = {
    kind: 'draining',
    purpose: 'pause',
    since: 0,
    builders: [],
    commands: [],
  } as const;
  control.onRequested = () => {
    control.changeTo(drain);
    control.changeTo({ ...drain, waitsFor });
    control.changeTo({ ...drain, waitsFor, since: 1 });
  };
  await askWorker('/w', { kind: 'pause', how: 'until-resumed' }, terminal);
  expect(terminal.lines).toEqual([terminal.words.app.say(waitsFor)]);
});

it('fails with the worker’s own sentence', async () => {
  const control = stageRunning();
  control.performed = REFUSED;
  await expect(askWorker('/w', { kind: 'resume' }, new FakeTerminal())).rejects.toThrow(
    'does not do that now',
  );
  expect(control.isClosed).toBe(true);
});

it.each([
  ['none', stageNone],
  ['buildbot-worker', stageBuildbotWorker],
])('needs a worker of Buildtray, and finds %s', async (_kind, set) => {
  set();
  await expect(askWorker('/w', { kind: 'resume' }, new FakeTerminal())).rejects.toThrow(
    'No worker run by Buildtray was found in /w.',
  );
});
