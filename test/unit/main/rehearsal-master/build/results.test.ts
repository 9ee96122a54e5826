import { describe, expect, it } from 'vitest';
import { effectFrom, worseOf } from '../../../../../main/rehearsal-master/build/results.ts';

describe('what a step makes of its build', () => {
  it.each([
    ['success', 'failure', {}, 'failure', false],
    ['success', 'failure', { haltOnFailure: true }, 'failure', true],
    ['success', 'failure', { flunkOnFailure: false }, 'success', false],
    ['success', 'failure', { flunkOnFailure: false, warnOnFailure: true }, 'warnings', false],
    ['success', 'failure', { warnOnFailure: true }, 'failure', false],
    ['failure', 'success', {}, 'failure', false],
    ['failure', 'skipped', {}, 'failure', false],
    ['success', 'warnings', {}, 'success', false],
    ['failure', 'exception', {}, 'exception', true],
    ['success', 'retry', {}, 'retry', true],
    ['exception', 'cancelled', {}, 'cancelled', true],
  ] as const)('%s, then %s with %j, is %s', (before, step, rules, buildResult, halts) => {
    expect(effectFrom(before, step, rules)).toEqual({ buildResult, halts });
  });
});

it('takes the worse of two results, whichever comes first', () => {
  expect([worseOf('skipped', 'success'), worseOf('failure', 'retry')]).toEqual([
    ...['success', 'retry'],
  ]);
});
