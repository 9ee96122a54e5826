import { expect, it } from 'vitest';
import { because, foreignProblem, problem } from '../../../../main/contract/problem.ts';

it('a problem has its key and its facts', () => {
  expect(problem('reaching.unknownHost', { host: 'farm' })).toEqual({
    key: 'reaching.unknownHost',
    facts: { host: 'farm' },
  });
});

it('a problem that names nothing has no facts, rather than none at all', () => {
  expect(problem('connectionString.proxyUnusable').facts).toEqual({});
});

it('a problem may have a cause, and stays as it was without it', () => {
  const effect = problem('connectionString.proxyUnusable');
  const cause = foreignProblem('no such thing');
  expect(because(effect, cause)).toEqual({ ...effect, cause });
  expect(effect).not.toHaveProperty('cause');
  expect(cause).toEqual({ key: 'foreign.message', facts: { message: 'no such thing' } });
});
