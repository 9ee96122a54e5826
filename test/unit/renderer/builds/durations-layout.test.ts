import { expect, it } from 'vitest';
import type { DurationBar } from '../../../../main/contract/builds/build-pictures.ts';
import { durationTicks, placeDurations } from '../../../../renderer/builds/durations-layout.ts';

const bar = (middleMs: number, outcomes: DurationBar['outcomes']): DurationBar => ({
  firstAt: 1,
  lastAt: 2,
  builds: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
  shortestMs: 0,
  middleMs,
  longestMs: middleMs,
  outcomes,
});

it.each([
  [0, [0, 1_000]],
  [3_500, [0, 1_000, 2_000, 3_000, 4_000]],
  [11 * 60_000, [0, 300_000, 600_000, 900_000]],
])('measures %d ms in round steps', (ms, ticks) => {
  expect(durationTicks(ms)).toEqual(ticks);
});

it('stands bars side by side, each as high as it lasted', () => {
  const bars = [bar(500, { ok: 1 }), bar(1000, { errors: 3 })];
  const placed = placeDurations(bars, 1000, { width: 40, height: 100 });
  expect(placed).toMatchObject([
    { left: 0, space: 20, x: 2.5, width: 15, parts: [{ outcome: 'ok', y: 50, height: 50 }] },
    { left: 20, x: 22.5, parts: [{ outcome: 'errors', y: 0, height: 100 }] },
  ]);
});

it('divides a bar among the results of its builds, of which each can be seen', () => {
  const [placed] = placeDurations([bar(1000, { errors: 1, ok: 3 })], 1000, {
    width: 40,
    height: 100,
  });
  expect(placed?.parts).toEqual([
    { outcome: 'ok', y: 25, height: 75 },
    { outcome: 'errors', y: 0, height: 25 },
  ]);
  const [low] = placeDurations([bar(0, { ok: 1 })], 1000, { width: 400, height: 100 });
  expect(low).toMatchObject({ width: 22, parts: [{ y: 98, height: 2 }] });
});
