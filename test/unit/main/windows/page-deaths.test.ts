import { expect, it } from 'vitest';
import { PageDeaths } from '../../../../main/windows/page-deaths.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

it('the window comes back at once, then after growing pauses, and never stays away', () => {
  const deaths = new PageDeaths(new FakeClock());
  const pauses = Array.from({ length: 8 }, () => deaths.pauseAfterNext());
  expect(pauses[0]).toBe(0);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(pauses.slice(-2)).toEqual([300_000, 300_000]);
});

it('a page that has lived long enough is brought back at once again', () => {
  const clock = new FakeClock();
  const deaths = new PageDeaths(clock);
  for (let death = 0; death < 8; death += 1) deaths.pauseAfterNext();
  clock.advance(599_999);
  expect(deaths.pauseAfterNext()).toBe(300_000);
  clock.advance(600_000);
  expect(deaths.pauseAfterNext()).toBe(0);
});
