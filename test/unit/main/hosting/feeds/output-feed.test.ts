import { describe, expect, it } from 'vitest';
import { OutputFeed } from '../../../../../main/hosting/feeds/output-feed.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

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
