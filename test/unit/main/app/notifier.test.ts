import { beforeEach, expect, it, vi } from 'vitest';
import { Notifier } from '../../../../main/app/notifier.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { fakeDesktop } from '../../../support/fake-electron.ts';
import { hostedWorkerIn } from '../../../support/hosted-worker-in.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

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

const titles = () => fakeDesktop.notifications.map(({ notice }) => notice.title);

beforeEach(() => {
  fakeDesktop.notifications.length = 0;
  fakeDesktop.showsNotifications = true;
});

function notifierFor(isWanted = true) {
  const clock = new FakeClock();
  const hosted = hostedWorkerIn('/srv/w1');
  const clicks: string[] = [];
  const state = { isRemoved: false };
  const notifier = new Notifier({
    clock,
    texts: () => textsIn('en'),
    workers: { all: [], find: () => (state.isRemoved ? undefined : hosted) },
    isWanted: () => isWanted,
    onClick: () => clicks.push('click'),
  });
  const change = (before: WorkerStatus, after: WorkerStatus) =>
    notifier.statusChanged({ hosted, before, after });
  return { notifier, clock, change, clicks, state };
}

it('shows what the user should know of a change, and a click leads to the app', () => {
  const { change, clicks } = notifierFor();
  change(CONNECTING, PAUSED);
  expect(titles()).toEqual([]);
  change(DRAINING, PAUSED);
  expect(titles()).toEqual(['w1 is paused']);
  fakeDesktop.notifications[0]?.emit('click');
  expect(clicks).toEqual(['click']);
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
  const { notifier, change } = notifierFor(false);
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
