import { beforeAll, describe, expect, it } from 'vitest';
import { type Difference, differencesOf, reportOf } from './support/comparer.ts';
import { CANDIDATE, REFERENCE } from './support/interop-rig.ts';
import { useRig } from './support/use-rig.ts';

/** What is planted into one of two builds, a step for each, and the place that must be named. */
const PLANTED: readonly (readonly [plant: string, where: string])[] = [
  ['exit code', 'step "exit code" › command 1 (shell) › updates'],
  ['stdout', 'step "stdout" › log stdio › stdout'],
  ['stderr', 'step "stderr" › log stdio › stderr'],
  ['newline', 'step "newline" › log stdio › lines'],
  ['blank', 'step "blank" › log stdio › stdout'],
  ['workdir', 'step "workdir" › log stdio › header'],
  ['log file', 'step "log file" › log x › stdout'],
  ['lazy log file', 'step "lazy log file" › logs'],
  ['property', 'property found'],
  ['step', 'step "step" › results'],
  ['environment', 'step "environment" › log stdio › header'],
  ['signal', 'step "signal" › log stdio › header'],
  ['order', 'step "order" › command 1 (shell) › updates'],
  ['mode', 'step "manifest" › log stdio › stdout'],
];

describe('the rig', () => {
  const rig = useRig({ subject: 'rig', candidate: 'python' });

  it('finds no difference between two Python workers', async () => {
    const { reference, candidate } = await rig().runPair('planted');
    expect(reportOf(differencesOf(reference, candidate))).toBe('');
    expect(reference.steps.length).toBeGreaterThan(PLANTED.length - 1);
  });

  describe('with differences planted', () => {
    let found: readonly Difference[] = [];
    beforeAll(async () => {
      const [reference, candidate] = await Promise.all([
        rig().run('planted', REFERENCE),
        rig().run('planted', CANDIDATE, { plant: true }),
      ]);
      found = differencesOf(reference, candidate);
    });

    it.each(PLANTED)('notices the one of %s', (_plant, where) => {
      expect(found.map((one) => one.where)).toContain(where);
      expect(reportOf(found)).toContain(`build planted › ${where}`);
    });

    it('notices no more than those', () => {
      expect(found.filter((one) => one.where.includes('untouched'))).toEqual([]);
    });
  });
});
