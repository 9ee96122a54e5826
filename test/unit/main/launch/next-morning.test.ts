import { expect, it } from 'vitest';
import { nextMorning } from '../../../../main/launch/next-morning.ts';

it.each([
  [
    [3, 15, 0],
    [4, 6, 0],
  ],
  [
    [3, 1, 59],
    [3, 6, 0],
  ],
  [
    [3, 2, 1],
    [4, 6, 0],
  ],
  [
    [3, 6, 0],
    [4, 6, 0],
  ],
] as const)('for day, hour and minute %j is %j', (now, morning) => {
  const at = ([day, hour, minute]: readonly [number, number, number]): number =>
    new Date(2026, 5, day, hour, minute).getTime();
  expect(nextMorning(at(now))).toBe(at(morning));
});
