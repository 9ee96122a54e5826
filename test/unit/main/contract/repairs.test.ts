import { describe, expect, it } from 'vitest';
import {
  because,
  foreignProblem,
  type Problem,
  problem,
} from '../../../../main/contract/problem.ts';
import { PROBLEMS } from '../../../../main/contract/problems/problems.ts';
import { repairsOf } from '../../../../main/contract/repairs.ts';
import { WORKER_SETTING_NAMES, wordOf } from '../../../../main/worker-settings/settings-table.ts';
import { sampleFacts } from '../../../support/sample-facts.ts';

/** What a status may hold and nothing has to be done about: asked for, or waited for. */
const NOTHING_TO_REPAIR = [
  'session.cannotLeaveGracefully',
  'session.masterHasNotAnswered',
  'session.disconnectedByUser',
  'session.nextTry',
  'session.lastHeard',
  'session.shutDownByUser',
  'session.hasJustStopped',
  'session.stoppedByCommandLine',
  'session.restartByCommandLine',
];

/** Every problem with facts of each sort that its shape allows. */
const ALL = Object.entries(PROBLEMS).flatMap(([subject, names]) =>
  Object.entries(names).map(
    ([name, shape]) =>
      [
        `${subject}.${name}`,
        sampleFacts(shape).map((facts) => ({ key: `${subject}.${name}`, facts }) as Problem),
      ] as const,
  ),
);

describe('every problem', () => {
  it.each(ALL)('%s can be repaired from where it is shown', (key, problems) => {
    for (const one of problems) {
      const repairs = repairsOf(one);
      expect(repairs.length > 0).toBe(!NOTHING_TO_REPAIR.includes(key));
      const kinds = repairs.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      for (const repair of repairs) {
        if (repair.kind === 'settings') expect(repair.names.length).toBeGreaterThan(0);
        if (repair.kind === 'command') expect(repair.words.join(' ')).toMatch(/‹.+›/);
      }
    }
  });
});

const place = { path: '/w/buildbot.tac', line: 3 };

describe('the repairs', () => {
  it.each(WORKER_SETTING_NAMES)('of a file that computes %s has its field', (name) => {
    const computed = problem('tac.computes', { place, setting: wordOf(name), code: 'f()' });
    expect(repairsOf(computed)).toContainEqual({ kind: 'settings', names: [name] });
  });

  it('of a setting that is none of ours lead to the file', () => {
    const computed = problem('tac.lacksPlace', {
      path: '/w',
      setting: 'usepty',
      remedy: 'upgrade',
    });
    expect(repairsOf(computed)).toEqual([{ kind: 'file' }]);
  });

  it('of a wrong login are its two fields, and what the administrator needs to know', () => {
    const wrong = problem('session.wrongLogin', { peer: 'ci:9989', workerName: 'w' });
    expect(repairsOf(wrong)).toEqual([
      { kind: 'settings', names: ['workerName', 'password'] },
      { kind: 'ask' },
    ]);
  });

  it('of a certificate that has changed hold the new one', () => {
    const reason = { kind: 'other-pin', pin: 'sha256:ab' } as const;
    const other = problem('reaching.noSecureConnection', { peer: 'ci:9989', reason });
    expect(repairsOf(other)[0]).toEqual({ kind: 'trust', pin: 'sha256:ab' });
  });

  it('of what led to it come first, each kind once', () => {
    const wrong = problem('session.wrongLogin', { peer: 'ci:9989', workerName: 'w' });
    const gaveUp = because(problem('session.gaveUp', { tries: 3 }), wrong);
    expect(repairsOf(gaveUp).map(({ kind }) => kind)).toEqual(['settings', 'ask', 'again']);
    expect(repairsOf(because(foreignProblem('no'), foreignProblem('why')))).toEqual([
      { kind: 'ask' },
    ]);
  });
});
