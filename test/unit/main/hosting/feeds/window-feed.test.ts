import { describe, expect, it } from 'vitest';
import { OutputFeed } from '../../../../../main/hosting/feeds/output-feed.ts';
import { Ring } from '../../../../../main/hosting/feeds/ring.ts';
import { WindowFeed } from '../../../../../main/hosting/feeds/window-feed.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function feedOf(limit = 100) {
  const clock = new FakeClock();
  const announced: (readonly string[])[] = [];
  const state = { isWatched: true };
  const feed = new WindowFeed<string>({
    clock,
    limit,
    weigh: (text) => text.length,
    isWatched: () => state.isWatched,
    announce: (items) => announced.push(items),
  });
  return { feed, clock, announced, state };
}

describe('a feed for the window', () => {
  it('announces what comes after the first question, in batches', () => {
    const { feed, clock, announced } = feedOf();
    feed.add('before');
    expect(feed.ask()).toEqual(['before']);
    feed.add('a');
    feed.add('b');
    expect(announced).toEqual([]);
    clock.advance(100);
    expect(announced).toEqual([['a', 'b']]);
  });

  it('prepares nothing before a window has asked', () => {
    const { feed, clock, announced } = feedOf();
    feed.add('a');
    expect(clock.pendingTimers).toBe(0);
    clock.advance(1_000);
    expect(announced).toEqual([]);
  });

  it('waits while the window is hidden, and sends the newest when it is shown again', () => {
    const { feed, clock, announced, state } = feedOf(3);
    feed.ask();
    state.isWatched = false;
    for (const text of ['a', 'b', 'c', 'd']) feed.add(text);
    expect(clock.pendingTimers).toBe(0);
    state.isWatched = true;
    feed.shownAgain();
    clock.advance(100);
    expect(announced).toEqual([['b', 'c', 'd']]);
  });

  it('sends everything to a new window once', () => {
    const { feed, clock, announced } = feedOf();
    feed.ask();
    feed.add('a');
    feed.windowGone();
    expect(feed.ask()).toEqual(['a']);
    clock.advance(1_000);
    expect(announced).toEqual([]);
  });
});

describe('the output', () => {
  it('is kept while its build runs', () => {
    const clock = new FakeClock();
    const feed = new OutputFeed({ clock, isWatched: () => true, announce: () => {} });
    const line = { commandId: '1', stream: 'stdout', text: 'x\n' };
    feed.add({ ...line, builderName: 'linux' });
    feed.add({ ...line, builderName: 'docs' });
    feed.follow({ kind: 'building', builders: ['docs'], commands: [] });
    expect(feed.ask().map(({ builderName }) => builderName)).toEqual(['docs']);
    feed.follow({ kind: 'idle', builders: ['docs'] });
    expect(feed.ask()).toEqual([]);
  });

  it('of a line beyond all limits keeps its end', () => {
    const clock = new FakeClock();
    const feed = new OutputFeed({ clock, isWatched: () => true, announce: () => {} });
    const text = `${'x'.repeat(300_000)}end`;
    feed.add({ commandId: '1', builderName: 'linux', stream: 'stdout', text });
    const [kept] = feed.ask();
    expect(kept?.text).toHaveLength(262_144);
    expect(kept?.text).toMatch(/xend$/);
  });
});

describe('a ring', () => {
  it('drops the oldest, and as many as it must', () => {
    const ring = new Ring<string>(5, (text) => text.length);
    for (const text of ['aa', 'bb', 'c', 'dddd']) ring.add(text);
    expect(ring.items).toEqual(['c', 'dddd']);
    expect(ring.take()).toEqual(['c', 'dddd']);
    expect(ring.items).toEqual([]);
  });
});
