import { expect, it } from 'vitest';
import type { BuildOutcome, BuildSummary } from '../../../../main/contract/builds/build-history.ts';
import { durationsFrom } from '../../../../renderer/builds/durations-from.ts';

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
  expect(durationsFrom(BUILDS, undefined)).toEqual({
    builderName: 'linux',
    bars: [
      { at: 10, ok: 100 },
      { at: 20, ok: 200 },
      { at: 30, errors: 300 },
      { at: 40, ok: 400 },
    ],
    ticks: [0, 1000],
    usualMs: 200,
  });
});

it.each([
  [0, [0, 1_000]],
  [3_500, [0, 1_000, 2_000, 3_000, 4_000]],
  [11 * 60_000, [0, 300_000, 600_000, 900_000]],
])('measures %d ms in round steps', (ms, ticks) => {
  expect(durationsFrom([build('a', 1, ms), build('a', 0, 0)], 'a')?.ticks).toEqual(ticks);
});

it('shows the builder that was chosen, if it has built enough', () => {
  expect(durationsFrom(BUILDS, 'docs')).toBeUndefined();
  expect(durationsFrom([...BUILDS, build('docs', 5, 7)], 'docs')?.bars).toHaveLength(2);
  expect(durationsFrom([], undefined)).toBeUndefined();
});
