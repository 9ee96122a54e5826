import { describe, expect, it } from 'vitest';
import type { BuildOutcome, BuildSummary } from '../../../../main/contract/builds/build-history.ts';
import { timelineFrom } from '../../../../main/history/timeline-from.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_000 * HOUR;

function build(
  id: string,
  builderName: string,
  startedAt: number,
  endedAt?: number,
  outcome: BuildOutcome = endedAt === undefined ? 'running' : 'ok',
): BuildSummary {
  return {
    id,
    builderName,
    startedAt,
    endedAt,
    outcome,
    commandCount: 1,
    failedCount: 0,
    outputBytes: 0,
  };
}

const ended = (hoursAgo: number) =>
  build(String(hoursAgo), 'b', NOW - hoursAgo * HOUR - 1, NOW - hoursAgo * HOUR);

describe('the span', () => {
  it('is the shortest that shows something', () => {
    const spanOf = (...builds: BuildSummary[]) => timelineFrom(builds, undefined, NOW).span;
    expect(spanOf(ended(0.1))).toBe('hour');
    expect(spanOf(ended(0.1), ended(5), ended(6))).toBe('day');
    expect(spanOf(ended(5), ended(50), ended(60))).toBe('week');
    expect(spanOf(ended(500))).toBe('all');
  });

  it('is the one that was asked for, and counts only what lies in it', () => {
    const builds = [build('r', 'b', NOW - 9 * HOUR), ended(0.1), ended(5), ended(500)];
    const counts = (['hour', 'day', 'all'] as const).map((span) => {
      const { count, lanes } = timelineFrom(builds, span, NOW);
      return [count, lanes.flatMap(({ bars }) => bars).length];
    });
    expect(counts).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(timelineFrom(builds, 'hour', NOW).oldestAt).toBe(NOW - 500 * HOUR - 1);
  });
});

describe('the lanes', () => {
  it('hold a bar per build, oldest first, by the names of their builders', () => {
    const builds = [
      build('c', 'linux', NOW - 5 * MINUTE),
      build('b', 'docs', NOW - 20 * MINUTE, NOW - 10 * MINUTE, 'errors'),
      build('a', 'linux', NOW - 40 * MINUTE, NOW - 30 * MINUTE),
    ];
    expect(timelineFrom(builds, 'hour', NOW).lanes).toEqual([
      {
        builderName: 'docs',
        bars: [
          {
            buildId: 'b',
            outcome: 'errors',
            builds: 1,
            startedAt: NOW - 20 * MINUTE,
            endedAt: NOW - 10 * MINUTE,
          },
        ],
      },
      {
        builderName: 'linux',
        bars: [
          expect.objectContaining({ buildId: 'a', endedAt: NOW - 30 * MINUTE }),
          expect.objectContaining({ buildId: 'c', outcome: 'running', endedAt: undefined }),
        ],
      },
    ]);
  });

  it('put builds of the same moment into a bar, which leads to the newest of the worst', () => {
    const start = Math.ceil((NOW - 600 * HOUR) / 2 ** 30) * 2 ** 30;
    const builds = [
      build('4', 'b', start + 400, start + 500),
      build('3', 'b', start + 300, start + 350, 'errors'),
      build('2', 'b', start + 200, start + 900, 'interrupted'),
      build('1', 'b', start + 100, start + 150, 'errors'),
    ];
    const [lane] = timelineFrom(builds, 'all', NOW).lanes;
    expect(lane?.bars).toEqual([
      {
        buildId: '3',
        outcome: 'errors',
        builds: 4,
        startedAt: start + 100,
        endedAt: start + 900,
      },
    ]);
  });

  it('are few, with few bars, however long the history is', () => {
    const builds = Array.from({ length: 10_000 }, (_build, at) =>
      build(`${at}`, `builder-${at % 40}`, NOW - at * 10 * MINUTE, NOW - at * 10 * MINUTE + MINUTE),
    );
    const { lanes, otherBuilders, count } = timelineFrom(builds, 'all', NOW);
    expect([lanes.length, otherBuilders, count]).toEqual([12, 28, 10_000]);
    expect(Math.max(...lanes.map(({ bars }) => bars.length))).toBeLessThanOrEqual(121);
    const shown = lanes.flatMap(({ bars }) => bars).reduce((sum, bar) => sum + bar.builds, 0);
    expect(shown).toBe(12 * 250);
  });

  it('keep their bars while time goes by', () => {
    const builds = Array.from({ length: 500 }, (_build, at) =>
      build(`${at}`, 'b', NOW - at * 7_000, NOW - at * 7_000 + 1_000),
    );
    const barsAt = (now: number) => timelineFrom(builds, 'hour', now).lanes[0]?.bars ?? [];
    const before = barsAt(NOW);
    const later = barsAt(NOW + 61_000);
    // Those at the old end are on their way out.
    expect(later.slice(3)).toEqual(before.slice(-later.length + 3));
  });
});

it('has neither lane nor bar of nothing', () => {
  expect(timelineFrom([], undefined, NOW)).toEqual({
    span: 'hour',
    oldestAt: undefined,
    lanes: [],
    otherBuilders: 0,
    count: 0,
  });
});
