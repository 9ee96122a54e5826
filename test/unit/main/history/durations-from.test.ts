import { expect, it } from 'vitest';
import type { BuildOutcome, BuildSummary } from '../../../../main/contract/builds/build-history.ts';
import { durationsFrom } from '../../../../main/history/durations-from.ts';

function build(
  builderName: string,
  at: number,
  ms: number | undefined,
  outcome: BuildOutcome = 'ok',
): BuildSummary {
  const endedAt = ms === undefined ? undefined : at + ms;
  return {
    id: `${builderName}${at}`,
    builderName,
    startedAt: at,
    endedAt,
    outcome,
    commandCount: 1,
    failedCount: 0,
    outputBytes: 0,
  };
}

const BUILDS = [
  build('linux', 50, undefined, 'running'),
  build('linux', 40, 400),
  build('docs', 35, 5),
  build('linux', 30, 300, 'errors'),
  build('linux', 20, 200),
  build('linux', 10, 100),
];

it('shows the builder that built most, oldest first, with the median of what succeeded', () => {
  const { bars, ...others } = durationsFrom(BUILDS, undefined);
  expect(others).toEqual({
    builderName: 'linux',
    builderNames: ['docs', 'linux'],
    builds: 4,
    usualMs: 200,
  });
  expect(bars.map(({ firstAt, middleMs, outcomes }) => [firstAt, middleMs, outcomes])).toEqual([
    [10, 100, { ok: 1 }],
    [20, 200, { ok: 1 }],
    [30, 300, { errors: 1 }],
    [40, 400, { ok: 1 }],
  ]);
});

it('shows the builder that was chosen, and whatever there is of it', () => {
  expect(durationsFrom(BUILDS, 'docs')).toMatchObject({ builderName: 'docs', builds: 1 });
  expect(durationsFrom(BUILDS, 'gone')).toMatchObject({ builderName: 'gone', bars: [] });
  expect(durationsFrom([], undefined)).toMatchObject({ builderName: undefined, bars: [] });
});

it('shows all builds of a long history, consecutive ones in a bar', () => {
  const builds = Array.from({ length: 205 }, (_build, at) =>
    build('linux', 205 - at, (205 - at) * 10, at % 7 === 0 ? 'errors' : 'ok'),
  );
  const { bars, builds: count } = durationsFrom(builds, 'linux');
  expect(count).toBe(205);
  expect(bars).toHaveLength(30);
  expect(bars.reduce((sum, bar) => sum + bar.builds, 0)).toBe(205);
  expect(bars[0]).toEqual({
    firstAt: 1,
    lastAt: 7,
    builds: 7,
    shortestMs: 10,
    middleMs: 40,
    longestMs: 70,
    outcomes: { ok: 6, errors: 1 },
  });
  // One more build changes no bar but the last.
  const more = durationsFrom([build('linux', 206, 1), ...builds], 'linux').bars;
  expect(more.slice(0, 29)).toEqual(bars.slice(0, 29));
});
