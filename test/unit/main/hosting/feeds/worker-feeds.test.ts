import { expect, it } from 'vitest';
import { WorkerFeeds } from '../../../../../main/hosting/feeds/worker-feeds.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

const output = (text: string) => ({ builderName: 'linux', commandId: '1', stream: 'stdout', text });

function makeFeeds() {
  const clock = new FakeClock();
  const sent: unknown[] = [];
  const state = { isWatched: true };
  const feeds = new WorkerFeeds({
    clock,
    isWatched: () => state.isWatched,
    send: (channel, payload) => void sent.push([channel, payload]),
  });
  return { feeds, clock, sent, state };
}

it('sends what each worker prints under its name, once the window has asked for it', () => {
  const { feeds, clock, sent } = makeFeeds();
  feeds.of('a1').add(output('before'));
  feeds.of('b2').add(output('nobody asks'));
  expect(feeds.recentOutput('a1')).toEqual([output('before')]);
  feeds.of('a1').add(output('after'));
  clock.advance(1_000);
  expect(sent).toEqual([['overview.printed', { workerId: 'a1', items: [output('after')] }]]);
});

it('sends what waited for the window when that is shown again', () => {
  const { feeds, clock, sent, state } = makeFeeds();
  feeds.of('a1');
  feeds.recentOutput('a1');
  state.isWatched = false;
  feeds.of('a1').add(output('hidden'));
  clock.advance(1_000);
  expect(sent).toEqual([]);
  state.isWatched = true;
  feeds.shownAgain();
  clock.advance(1_000);
  expect(sent).toHaveLength(1);
});

it('sends nothing to a window that is gone', () => {
  const { feeds, clock, sent } = makeFeeds();
  feeds.of('a1');
  feeds.recentOutput('a1');
  feeds.windowGone();
  feeds.of('a1').add(output('later'));
  clock.advance(1_000);
  expect(sent).toEqual([]);
});

it('sends nothing to a page that was left, until that asks again', () => {
  const { feeds, clock, sent } = makeFeeds();
  feeds.of('a1');
  feeds.recentOutput('a1');
  feeds.leave('a1');
  feeds.of('a1').add(output('meanwhile'));
  clock.advance(1_000);
  expect(sent).toEqual([]);
  expect(feeds.recentOutput('a1')).toEqual([output('meanwhile')]);
  feeds.of('a1').add(output('after'));
  clock.advance(1_000);
  expect(sent).toEqual([['overview.printed', { workerId: 'a1', items: [output('after')] }]]);
});

it('has nothing of a worker that is unknown, or was removed', () => {
  const { feeds } = makeFeeds();
  feeds.of('a1').add(output('old'));
  feeds.forget('a1');
  expect([feeds.recentOutput('a1'), feeds.recentOutput('b9')]).toEqual([[], []]);
});
