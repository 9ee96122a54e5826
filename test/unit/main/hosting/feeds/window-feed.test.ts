import { describe, expect, it } from 'vitest';
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
    feed.left();
    expect(feed.ask()).toEqual(['a']);
    clock.advance(1_000);
    expect(announced).toEqual([]);
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
