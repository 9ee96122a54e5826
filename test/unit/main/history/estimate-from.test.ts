import { expect, it } from 'vitest';
import type { BuildSummary } from '../../../../main/contract/builds/build-history.ts';
import { estimateFrom } from '../../../../main/history/estimate-from.ts';

function build(minutes: number, changes: Partial<BuildSummary> = {}): BuildSummary {
  return {
    id: String(minutes),
    builderName: 'linux',
    startedAt: 0,
    endedAt: minutes * 60_000,
    outcome: 'ok',
    commandCount: 1,
    failedCount: 0,
    outputBytes: 0,
    ...changes,
  };
}

it('is the median of what earlier builds took', () => {
  const builds = [build(2), build(10), build(4)];
  expect(estimateFrom(builds, 'linux', 60_000)).toEqual({
    totalMs: 4 * 60_000,
    remainingMs: 3 * 60_000,
    builds: 3,
  });
});

it('lies between the two in the middle of an even number', () => {
  expect(estimateFrom([build(2), build(4)], 'linux', 0)?.totalMs).toBe(3 * 60_000);
});

it('leaves out other builders, builds that failed, and those that were faster than this one', () => {
  const builds = [
    build(1),
    build(7, { builderName: 'mac' }),
    build(8, { outcome: 'errors' }),
    build(5),
  ];
  expect(estimateFrom(builds, 'linux', 2 * 60_000)).toMatchObject({
    totalMs: 5 * 60_000,
    builds: 1,
  });
});

it('leaves nothing of a build that takes longer than all before it', () => {
  const usual = { totalMs: 2 * 60_000, remainingMs: 0, builds: 2 };
  expect(estimateFrom([build(1), build(3)], 'linux', 4 * 60_000)).toEqual(usual);
});

it('is not known where no earlier build succeeded', () => {
  expect(estimateFrom([build(9, { outcome: 'errors' })], 'linux', 60_000)).toBe(undefined);
});

it('counts the latest builds only', () => {
  const builds = [
    ...Array.from({ length: 20 }, () => build(2)),
    ...Array.from({ length: 90 }, () => build(60)),
  ];
  expect(estimateFrom(builds, 'linux', 0)).toMatchObject({ totalMs: 2 * 60_000, builds: 20 });
});
