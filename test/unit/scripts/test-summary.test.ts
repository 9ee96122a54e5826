import { describe, expect, it } from 'vitest';
import { needsOf, PARTS, partsNamed } from '../../../scripts/testing/parts.mjs';
import {
  exitStatus,
  forbiddenSkips,
  mergedReport,
  reportOf,
  secondTries,
  silentSkips,
  summaryLine,
} from '../../../scripts/testing/report.mjs';
import { onOwnScreen } from '../../../scripts/testing/run-step.mjs';

const skip = { name: 'a test', reason: 'only Linux has it' };
const good = { passed: 3, failed: 0, skipped: [], secondTry: [] };

describe('the closing line', () => {
  it('adds up what the parts report', () => {
    const reports = [good, { ...good, passed: 1, failed: 2, skipped: [skip, skip] }];
    expect(summaryLine(reports)).toBe('4 passed, 2 failed, 2 skipped');
  });

  it('counts a runner that failed without a word as a failure', () => {
    expect(reportOf(undefined, false)).toEqual({ ...good, passed: 0, failed: 1 });
    expect(reportOf(good, false)).toEqual({ ...good, failed: 1 });
  });

  it('counts failed tests once', () => {
    const bad = { ...good, failed: 2 };
    expect(reportOf(bad, false)).toEqual(bad);
    expect(reportOf(good, true)).toEqual(good);
  });
});

describe('what the shares of a part report', () => {
  it('is one report with the tests of all of them', () => {
    const other = { passed: 1, failed: 2, skipped: [skip], secondTry: ['a'] };
    expect(mergedReport([good, other, other])).toEqual({
      passed: 5,
      failed: 4,
      skipped: [skip, skip],
      secondTry: ['a', 'a'],
    });
  });
});

describe('the exit status', () => {
  const result = (maySkip: boolean, report: Parameters<typeof reportOf>[0] = good) => ({
    part: 'interop',
    maySkip,
    report: reportOf(report, true),
  });
  const skipping = { ...good, skipped: [skip] };

  it('is 0 when everything passed', () => {
    expect(exitStatus([result(true), result(false)], true)).toBe(0);
  });

  it('is 1 when anything failed', () => {
    expect(exitStatus([result(true), result(true, { ...good, failed: 1 })], false)).toBe(1);
  });

  it('is 1 in CI when a part skipped a test that it may not skip', () => {
    expect(exitStatus([result(false, skipping)], true)).toBe(1);
    expect(exitStatus([result(false, skipping)], false)).toBe(0);
    expect(exitStatus([result(true, skipping)], true)).toBe(0);
    expect(forbiddenSkips([result(true, skipping), result(false, skipping)])).toHaveLength(1);
  });

  it('is 1 anywhere when a skipped test gives no reason', () => {
    const silent = result(true, { ...good, skipped: [skip, { name: 'b', reason: undefined }] });
    expect(exitStatus([silent], false)).toBe(1);
    expect(silentSkips([silent])).toEqual(['b']);
  });

  it('is 1 in CI when more than two tests passed at the second try only', () => {
    const shaky = (...secondTry: string[]) => result(false, { ...good, secondTry });
    expect(exitStatus([shaky('a'), shaky('b')], true)).toBe(0);
    expect(exitStatus([shaky('a'), shaky('b', 'c')], true)).toBe(1);
    expect(exitStatus([shaky('a'), shaky('b', 'c')], false)).toBe(0);
    expect(secondTries([shaky('a'), shaky('b', 'c')])).toEqual(['a', 'b', 'c']);
  });
});

describe('the parts', () => {
  const names = (parts: readonly { name: string }[]) => parts.map(({ name }) => name);

  it('are all of them, checks first, when none is named', () => {
    expect(names(partsNamed([]).parts)).toEqual([
      'check',
      'unit',
      'window',
      'integration',
      'protection',
      'interop',
      'desktop',
      'packaged',
    ]);
  });

  it('are those named, and a name that is none of them is given back', () => {
    expect(partsNamed(['desktop', 'unit', 'e2e'])).toEqual({
      parts: PARTS.filter(({ name }) => name === 'unit' || name === 'desktop'),
      unknown: ['e2e'],
    });
  });

  it('may not skip what needs a real counterpart, nor what needs none', () => {
    expect(names(PARTS.filter(({ maySkip }) => !maySkip))).toEqual([
      'window',
      'protection',
      'interop',
      'desktop',
      'packaged',
    ]);
  });

  it('need together what each of them needs', () => {
    expect(needsOf(partsNamed(['check']).parts)).toEqual({});
    expect(needsOf(partsNamed([]).parts)).toEqual({
      buildTests: true,
      desktopTests: true,
      electron: true,
      interop: true,
    });
  });
});

describe('a screen of its own', () => {
  it('comes with a session bus of its own on Linux', () => {
    expect(onOwnScreen(['node', 'x'], 0, 'linux').slice(-4)).toEqual([
      'dbus-run-session',
      '--',
      'node',
      'x',
    ]);
    expect(onOwnScreen(['node', 'x'], 0, 'darwin')).toEqual(['node', 'x']);
  });

  it('is looked for far from that of the step beside it', () => {
    const first = (lane: number) => onOwnScreen(['x'], lane, 'linux')[3];
    expect([first(0), first(1)]).toEqual(['99', '119']);
  });
});
