import { expect, it } from 'vitest';
import { PendingLink } from '../../../../main/adding/pending-link.ts';

const LINK = 'Buildbot-Worker:add?host=ci.example.org';

it('keeps a link among the arguments until it is taken', () => {
  const pending = new PendingLink();
  expect(pending.put(['buildtray', '--hidden', LINK])).toBe(true);
  expect([pending.take(), pending.take()]).toEqual([LINK, undefined]);
});

it.each([
  [['buildtray', '--hidden', '/home/ada/buildbot-worker:add']],
  [[`buildbot-worker:add?name=${'x'.repeat(3_000)}`]],
  [[]],
])('takes nothing else for one: %j', (argv) => {
  const pending = new PendingLink();
  expect(pending.put(argv)).toBe(false);
  expect(pending.take()).toBeUndefined();
});
