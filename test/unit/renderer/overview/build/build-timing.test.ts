import { expect, it } from 'vitest';
import { timingOf } from '../../../../../renderer/overview/build/build-timing.ts';

const estimate = { totalMs: 100, remainingMs: 100, builds: 3 };

it.each([
  [1_040, { elapsedMs: 40, leftMs: 60, share: 0.4, isLong: false }],
  [1_100, { elapsedMs: 100, leftMs: 0, share: 1, isLong: true }],
  [1_500, { elapsedMs: 500, leftMs: 0, share: 1, isLong: true }],
  // The window's clock goes by whole seconds, and may be a moment behind.
  [990, { elapsedMs: 0, leftMs: 100, share: 0, isLong: false }],
])('at %i of a build that began at 1000 and usually takes 100', (now, timing) => {
  expect(timingOf({ builderName: 'linux', startedAt: 1_000, estimate }, now)).toEqual({
    usualMs: 100,
    ...timing,
  });
});

it('is not known of the first build of its kind', () => {
  expect(timingOf({ builderName: 'linux', startedAt: 0, estimate: undefined }, 70)).toEqual({
    elapsedMs: 70,
    usualMs: undefined,
    leftMs: 0,
    share: 0,
    isLong: false,
  });
});
