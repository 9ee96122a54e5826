import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Notifier } from '../../../../../main/app/notices/notifier.ts';
import type { Action } from '../../../../../main/contract/app/action.ts';
import type { BuildOutcome } from '../../../../../main/contract/builds/build-history.ts';
import type { Preferences } from '../../../../../main/contract/preferences-contract.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { fakeDesktop } from '../../../../support/fake-electron.ts';
import { hostedWorkerIn } from '../../../../support/hosted-worker-in.ts';
import { SAMPLE_PREFERENCES } from '../../../../support/sample-preferences.ts';

vi.mock(
  'electron',
  async () => (await import('../../../../support/fake-electron.ts')).fakeElectron,
);

const PAUSED: WorkerStatus = { kind: 'paused', until: 'resumed' };
const CONNECTING: WorkerStatus = {
  kind: 'connecting',
  attempt: 1,
  retryAt: undefined,
  problem: undefined,
};
const DRAINING: WorkerStatus = {
  kind: 'draining',
  purpose: 'pause',
  since: 0,
  builders: [],
  commands: [],
};

const STOPPED: WorkerStatus = { kind: 'stopped', why: foreignProblem('Gave up.') };
const REFUSED: WorkerStatus = {
  kind: 'error',
  problem: { kind: 'wrong-password', problem: foreignProblem('The master refuses the password.') },
  retryAt: undefined,
};
const sampleEnded = {
  id: 'b1',
  builderName: 'linux',
  startedAt: 0,
  endedAt: 5_000,
  commandCount: 1,
  failedCount: 0,
  outputBytes: 0,
};

const titles = () => fakeDesktop.notifications.map(({ notice }) => notice.title);

beforeEach(() => {
  fakeDesktop.notifications.length = 0;
  fakeDesktop.showsNotifications = true;
});

function notifierFor(changes: Partial<Preferences> = {}) {
  const preferences = { ...SAMPLE_PREFERENCES, ...changes };
  const clock = new FakeClock();
  const hosted = hostedWorkerIn('/srv/w1');
  const actions: Action[] = [];
  const build = (outcome: BuildOutcome) =>
    notifier.buildEnded({ ...sampleEnded, outcome, workerId: hosted.id });
  const state = { isRemoved: false, isLeaving: false };
  const notifier = new Notifier({
    clock,
    texts: () => textsIn('en'),
    workers: { all: [], find: () => (state.isRemoved ? undefined : hosted) },
    preferences: () => preferences,
    isLeaving: () => state.isLeaving,
    onAction: (action) => actions.push(action),
  });
  const change = (before: WorkerStatus, after: WorkerStatus) =>
    notifier.statusChanged({ hosted, before, after });
  return { notifier, clock, change, build, actions, state };
}

it('shows what the user should know of a change, and a click opens the worker', () => {
  const { change, actions } = notifierFor();
  change(CONNECTING, PAUSED);
  expect(titles()).toEqual([]);
  change(DRAINING, PAUSED);
  expect(titles()).toEqual(['w1 is paused']);
  fakeDesktop.notifications[0]?.emit('click');
  expect(actions).toEqual([{ kind: 'open-window', page: 'overview', workerId: 'a1' }]);
});

it('has one button: what most people want in that state, else to open', () => {
  const { change, actions } = notifierFor();
  change(DRAINING, PAUSED);
  change(CONNECTING, STOPPED);
  change(CONNECTING, REFUSED);
  const buttons = fakeDesktop.notifications.map(({ notice }) => notice.actions?.[0]?.text);
  expect(buttons).toEqual(['Resume', 'Connect', 'Open']);
  for (const notification of fakeDesktop.notifications) notification.emit('action');
  expect(actions).toEqual([
    { kind: 'request', workerId: 'a1', request: { kind: 'resume' } },
    { kind: 'request', workerId: 'a1', request: { kind: 'connect' } },
    { kind: 'open-window', page: 'overview', workerId: 'a1' },
  ]);
});

it('shows the kinds alone that the user wants', () => {
  const { change, build } = notifierFor({ notices: ['paused', 'buildFailed'] });
  change(DRAINING, PAUSED);
  change(CONNECTING, STOPPED);
  build('ok');
  build('errors');
  expect(titles()).toEqual(['w1 is paused', 'A command of linux failed']);
});

it('shows those who want every build the failed ones, too', () => {
  const { build } = notifierFor({ notices: ['buildEnded'] });
  build('ok');
  build('errors');
  expect(titles()).toEqual(['The build of linux has ended', 'A command of linux failed']);
});

it('shows nothing of what workers do while the app ends', () => {
  const { change, state } = notifierFor();
  state.isLeaving = true;
  change(DRAINING, PAUSED);
  expect(titles()).toEqual([]);
});

describe('in quiet hours', () => {
  const EVERY_HOUR = 60 * 60_000;
  /** The fake clock begins somewhere in a day: one of two halves of it is quiet. */
  const quietNow = (now: number) => {
    const from = new Date(now).getHours() * 60;
    return { quietHours: { isOn: true, from, to: (from + 120) % 1_440 } };
  };

  it('waits with the last word about each worker until they end', () => {
    const { change, clock } = notifierFor(quietNow(new FakeClock().now()));
    change(CONNECTING, STOPPED);
    change(DRAINING, PAUSED);
    expect(titles()).toEqual([]);
    clock.advance(2 * EVERY_HOUR);
    expect(titles()).toEqual(['w1 is paused']);
  });

  it('leaves out what is settled by then, and builds', () => {
    const { change, build, clock } = notifierFor({
      ...quietNow(new FakeClock().now()),
      notices: ['cannotWork', 'buildEnded'],
    });
    change(CONNECTING, STOPPED);
    build('ok');
    change(STOPPED, { kind: 'idle', builders: [] });
    clock.advance(2 * EVERY_HOUR);
    expect(titles()).toEqual([]);
  });

  it('says several in one notification', () => {
    const { notifier, change, clock } = notifierFor(quietNow(new FakeClock().now()));
    change(DRAINING, PAUSED);
    notifier.statusChanged({ hosted: { id: 'a2', name: 'w2' }, before: DRAINING, after: PAUSED });
    clock.advance(2 * EVERY_HOUR);
    expect(fakeDesktop.notifications.map(({ notice }) => [notice.title, notice.body])).toEqual([
      ['2 notifications while it was quiet', 'w1 is paused\nw2 is paused'],
    ]);
  });

  it('still shows a refusal of what was just asked for', () => {
    notifierFor(quietNow(new FakeClock().now())).notifier.refused('No.');
    expect(titles()).toEqual(['Buildtray']);
  });
});

it('reports once that a worker has been without its master for long', () => {
  const { change, clock } = notifierFor();
  change(PAUSED, CONNECTING);
  clock.advance(9 * 60_000);
  change(CONNECTING, CONNECTING);
  expect(titles()).toEqual([]);
  clock.advance(60 * 60_000);
  expect(titles()).toEqual(['w1 has no connection']);
});

it('reports nothing of a worker that was removed meanwhile', () => {
  const { change, clock, state } = notifierFor();
  change(PAUSED, CONNECTING);
  state.isRemoved = true;
  clock.advance(60 * 60_000);
  expect(titles()).toEqual([]);
});

it('shows those who turned notifications off a refusal alone', () => {
  const { notifier, change } = notifierFor({ notifications: false });
  change(DRAINING, PAUSED);
  notifier.refused('The worker is not paused.');
  expect(fakeDesktop.notifications.map(({ notice }) => notice)).toEqual([
    { title: 'Buildtray', body: 'The worker is not paused.' },
  ]);
});

it('shows nothing on a desktop that has no notifications', () => {
  fakeDesktop.showsNotifications = false;
  notifierFor().notifier.refused('No.');
  expect(titles()).toEqual([]);
});

it('shows what acts in a text of others as its number', () => {
  notifierFor().notifier.refused('\u202egnp.exe\u0007');
  expect(fakeDesktop.notifications[0]?.notice.body).toBe('\\u202egnp.exe\\x07');
});
