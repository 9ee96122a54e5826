import { expect, it } from 'vitest';
import { HeldNotices } from '../../../../../main/app/notices/held-notices.ts';
import type { Notice } from '../../../../../main/app/notices/notice-from.ts';

const notice = (kind: Notice['kind'], title: string, workerId?: string): Notice => ({
  kind,
  title,
  body: '',
  opens: { kind: 'open-window', page: 'overview', ...(workerId && { workerId }) },
});

const titlesOf = (held: HeldNotices) => held.release().map(({ title }) => title);

it('holds the last notice of each worker, and of the disk', () => {
  const held = new HeldNotices();
  held.hold(notice('lost', 'one is lost', 'w1'));
  held.hold(notice('diskLow', 'full'));
  held.hold(notice('paused', 'two pauses', 'w2'));
  held.hold(notice('cannotWork', 'one cannot work', 'w1'));
  expect(titlesOf(held)).toEqual(['full', 'two pauses', 'one cannot work']);
  expect(titlesOf(held)).toEqual([]);
});

it('forgets what is settled', () => {
  const held = new HeldNotices();
  held.hold(notice('lost', 'one is lost', 'w1'));
  held.hold(notice('lost', 'two is lost', 'w2'));
  held.settled('w1');
  expect(titlesOf(held)).toEqual(['two is lost']);
});

it('holds no builds, which are in their list', () => {
  const held = new HeldNotices();
  held.hold(notice('buildFailed', 'failed', 'w1'));
  held.hold(notice('buildEnded', 'ended', 'w1'));
  expect(titlesOf(held)).toEqual([]);
});
