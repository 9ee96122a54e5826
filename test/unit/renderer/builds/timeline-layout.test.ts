import { describe, expect, it } from 'vitest';
import type { TimelineBar, TimelineLane } from '../../../../main/contract/builds/build-pictures.ts';
import {
  barBeside,
  barWith,
  paceOf,
  placeLanes,
  rangeOf,
  ticksFrom,
} from '../../../../renderer/builds/timeline-layout.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

function bar(buildId: string, startedAt: number, endedAt?: number): TimelineBar {
  const outcome = endedAt === undefined ? 'running' : 'ok';
  return { buildId, outcome, builds: 1, startedAt, endedAt };
}

const lane = (builderName: string, ...bars: TimelineBar[]): TimelineLane => ({ builderName, bars });

describe('the lanes', () => {
  const range = { from: 0, to: 1000 };

  it('hold each bar at its place, cut at the range, and none that has left it', () => {
    const lanes = [
      lane('docs', bar('b', 200, 400)),
      lane('gone', bar('y', -500, -400)),
      lane('linux', bar('x', -500, -10), bar('a', -100, 100), bar('c', 900)),
    ];
    const placed = placeLanes(lanes, range, 500).map(({ builderName, bars }) => [
      builderName,
      bars.map(({ bar: { buildId }, x, width }) => [buildId, x, width]),
    ]);
    expect(placed).toEqual([
      ['docs', [['b', 100, 100]]],
      [
        'linux',
        [
          ['a', 0, 50],
          ['c', 450, 50],
        ],
      ],
    ]);
  });

  it('show builds of a moment, also at the very edge', () => {
    const [placed] = placeLanes([lane('linux', bar('a', 1000, 1000))], range, 500);
    expect(placed?.bars[0]).toMatchObject({ x: 495, width: 5 });
  });

  it('show in which bar a build is that shares it', () => {
    const lanes = placeLanes([lane('linux', bar('a', 10, 90), bar('b', 200, 400))], range, 500);
    const idWith = (builderName: string, startedAt: number) =>
      barWith(lanes, { builderName, startedAt })?.buildId;
    expect(idWith('linux', 50)).toBe('a');
    expect(idWith('linux', 300)).toBe('b');
    expect(idWith('linux', 5)).toBeUndefined();
    expect(idWith('docs', 300)).toBeUndefined();
    expect(barWith(lanes, undefined)).toBeUndefined();
  });
});

describe('the span', () => {
  it('of all goes back to the oldest build, and an hour at least', () => {
    expect(rangeOf('all', NOW - 9 * HOUR, NOW)).toEqual({ from: NOW - 9 * HOUR, to: NOW });
    expect(rangeOf('all', NOW - 1, NOW).from).toBe(NOW - HOUR);
    expect(rangeOf('all', undefined, NOW).from).toBe(NOW - HOUR);
    expect(rangeOf('day', undefined, NOW)).toEqual({ from: NOW - 24 * HOUR, to: NOW });
  });

  it('moves on by a pixel or two at a time, and never more often than every 10 s', () => {
    expect(paceOf('hour')).toBe(15_000);
    expect(paceOf('day')).toBeGreaterThan(60_000);
    expect(paceOf('week')).toBeGreaterThan(paceOf('day'));
  });
});

describe('the ticks', () => {
  it('stand at round times, few enough to be read', () => {
    const { times, areDays } = ticksFrom({ from: 90 * 60_000, to: 90 * 60_000 + HOUR }, 6, 0);
    expect(times.map((at) => at / 60_000)).toEqual([90, 100, 110, 120, 130, 140, 150]);
    expect(areDays).toBe(false);
  });

  it('of long spans stand at local midnight', () => {
    const { times, areDays } = ticksFrom({ from: 0, to: 7 * 24 * HOUR }, 8, 2 * HOUR);
    expect(times.slice(0, 2)).toEqual([22 * HOUR, 46 * HOUR]);
    expect(areDays).toBe(true);
  });
});

it('arrow keys go along a lane and to the nearest bar of the next one', () => {
  const lanes = placeLanes(
    [
      lane('a', bar('a1', 0, 10), bar('a2', 500, 510)),
      lane('b', bar('b1', 20, 30), bar('b2', 450, 460)),
    ],
    { from: 0, to: 1000 },
    1000,
  );
  const beside = (id: string | undefined, key: string) => barBeside(lanes, id, key)?.buildId;
  expect(beside('a1', 'ArrowRight')).toBe('a2');
  expect(beside('a2', 'ArrowRight')).toBeUndefined();
  expect(beside('a2', 'ArrowDown')).toBe('b2');
  expect(beside('b1', 'ArrowUp')).toBe('a1');
  expect(beside('gone', 'ArrowLeft')).toBe('b2');
});
