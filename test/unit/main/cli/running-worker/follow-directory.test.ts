import { beforeEach, expect, it, vi } from 'vitest';
import { followDirectory } from '../../../../../main/cli/running-worker/follow-directory.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { type FakeControl, REFUSED, stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const FOUND = { kind: 'buildtray', basedir: '/w', pid: 7 } as const;
const ENGLISH = wordsIn('en');

let control: FakeControl;
beforeEach(() => {
  control = stageRunning();
});

it.each([
  ['nothing', 'nothing has changed', 'the worker runs with the settings of its directory'],
  ['apply-live', 'changed: keepalive', 'all of the changes take effect now'],
  [
    'restart-worker',
    'changed: keepalive',
    'some of the changes wait until the worker restarts: buildtray restart --graceful',
  ],
] as const)(
  'a change with the effect %s is shown with when it takes effect',
  async (effect, changed, then) => {
    const names = effect === 'nothing' ? [] : (['keepalive'] as const);
    control.reloaded = succeeded({ changed: [...names], hasOtherExtras: false, effect });
    expect(await followDirectory(FOUND, true, ENGLISH)).toEqual({ changed, effect: then });
    expect(control.requested).toEqual([]);
    expect(control.isClosed).toBe(true);
  },
);

it('a connection is requested where a change needs it and the user wants it', async () => {
  control.reloaded = succeeded({ changed: [], hasOtherExtras: true, effect: 'reconnect' });
  expect(await followDirectory(FOUND, false, ENGLISH)).toEqual({
    changed: 'changed: buildtray.json',
    effect: 'some of the changes wait for the next connection: buildtray reload --reconnect',
  });
  expect(control.requested).toEqual([]);
  const { effect } = await followDirectory(FOUND, true, ENGLISH);
  expect(effect).toBe('the worker reconnects as soon as no build is running');
  expect(control.requested).toMatchObject([{ kind: 'reconnect' }]);
});

it('a worker that cannot apply its directory reports why', async () => {
  control.reloaded = failed(foreignProblem('The port must be a number.'));
  await expect(followDirectory(FOUND, true, ENGLISH)).rejects.toThrow('The port must be a number.');
  expect(control.isClosed).toBe(true);
});

it('a worker that does not connect again reports why', async () => {
  control.reloaded = succeeded({ changed: [], hasOtherExtras: true, effect: 'reconnect' });
  control.performed = REFUSED;
  await expect(followDirectory(FOUND, true, ENGLISH)).rejects.toThrow('does not do that now');
});

it('a worker without a connection follows once it connects', async () => {
  control.reloaded = succeeded({ changed: [], hasOtherExtras: true, effect: 'reconnect' });
  control.performed = failed({ kind: 'refused', refusal: 'not-attached' });
  const { effect } = await followDirectory(FOUND, true, ENGLISH);
  expect(effect).toBe('the worker is not connected; the change applies once it connects');
});
