import { describe, expect, it } from 'vitest';
import type { BuildSummary } from '../../../../main/contract/builds/build-history.ts';
import {
  barBeside,
  lanesFrom,
  rangeOf,
  spanFor,
  ticksFrom,
} from '../../../../renderer/builds/timeline-layout.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

function build(id: string, builderName: string, startedAt: number, endedAt?: number): BuildSummary {
  return {
    id,
    builderName,
    startedAt,
    endedAt,
    commandCount: 1,
    failedCount: 0,
    outputBytes: 0,
    outcome: endedAt === undefined ? 'running' : 'ok',
  };
}

describe('the lanes', () => {
  const range = { from: 0, to: 1000 };

  it('hold a bar per build of each builder, cut at the range', () => {
    const builds = [
      build('c', 'linux', 900),
      build('b', 'docs', 200, 400),
      build('a', 'linux', -100, 100),
      build('x', 'linux', -500, -10),
    ];
    const lanes = lanesFrom(builds, range, 500).map(({ builderName, bars }) => [
      builderName,
      bars.map(({ build: { id }, x, width }) => [id, x, width]),
    ]);
    expect(lanes).toEqual([
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
    const [lane] = lanesFrom([build('a', 'linux', 1000, 1000)], range, 500);
    expect(lane?.bars[0]).toMatchObject({ x: 495, width: 5 });
  });
});

describe('the span', () => {
  it('is the shortest that shows something', () => {
    const ended = (hoursAgo: number) =>
      build(String(hoursAgo), 'b', NOW - hoursAgo * HOUR - 1, NOW - hoursAgo * HOUR);
    expect(spanFor([ended(0.1)], NOW)).toBe('hour');
    expect(spanFor([ended(0.1), ended(5), ended(6)], NOW)).toBe('day');
    expect(spanFor([ended(5), ended(50), ended(60)], NOW)).toBe('week');
    expect(spanFor([ended(500)], NOW)).toBe('all');
  });

  it('of all goes back to the oldest build, and an hour at least', () => {
    expect(rangeOf('all', [build('a', 'b', NOW - 9 * HOUR, NOW)], NOW)).toEqual({
      from: NOW - 9 * HOUR,
      to: NOW,
    });
    expect(rangeOf('all', [build('a', 'b', NOW - 1, NOW)], NOW).from).toBe(NOW - HOUR);
    expect(rangeOf('day', [], NOW)).toEqual({ from: NOW - 24 * HOUR, to: NOW });
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
  const lanes = lanesFrom(
    [
      build('a1', 'a', 0, 10),
      build('a2', 'a', 500, 510),
      build('b1', 'b', 20, 30),
      build('b2', 'b', 450, 460),
    ],
    { from: 0, to: 1000 },
    1000,
  );
  const beside = (id: string | undefined, key: string) => barBeside(lanes, id, key)?.id;
  expect(beside('a1', 'ArrowRight')).toBe('a2');
  expect(beside('a2', 'ArrowRight')).toBeUndefined();
  expect(beside('a2', 'ArrowDown')).toBe('b2');
  expect(beside('b1', 'ArrowUp')).toBe('a1');
  expect(beside('gone', 'ArrowLeft')).toBe('b2');
});
