import { expect, it, vi } from 'vitest';
import { reload } from '../../../../../main/cli/verbs/reload.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stageBuildbotWorker, stageNone, stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

it('prints what has changed, and when it takes effect', async () => {
  stageRunning().reloaded = succeeded({
    changed: ['keepalive'],
    hasOtherExtras: true,
    effect: 'apply-live',
  });
  const terminal = new FakeTerminal();
  expect(await reload.perform(['/w'], {}, terminal)).toBe(0);
  expect(terminal.lines).toEqual([
    'changed: keepalive, buildtray.json',
    'all of the changes take effect now',
  ]);
});

it.each([
  ['no worker', stageNone, 'No worker runs in /w.'],
  ['buildbot-worker', stageBuildbotWorker, 'which reads its settings only when it starts'],
])('refuses where %s runs', async (_who, set, sentence) => {
  set();
  await expect(reload.perform(['/w'], {}, new FakeTerminal())).rejects.toThrow(sentence);
});
