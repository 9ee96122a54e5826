import { expect, it } from 'vitest';
import { problem } from '../../../../main/contract/problem.ts';
import { ProblemError, problemOf } from '../../../../main/contract/problem-error.ts';

const UNKNOWN_HOST = problem('reaching.unknownHost', { host: 'farm' });

it('a problem that was thrown is the one that is caught', () => {
  const cause = new Error('ENOTFOUND');
  const error = new ProblemError(UNKNOWN_HOST, { cause });
  expect(problemOf(error)).toBe(UNKNOWN_HOST);
  expect(error.message).toBe('reaching.unknownHost {"host":"farm"}');
  expect(error.cause).toBe(cause);
});

it.each([
  [new TypeError('x is no function'), 'x is no function'],
  ['a text', 'a text'],
])('everything else is somebody else’s message: %s', (error, message) => {
  expect(problemOf(error)).toEqual({ key: 'foreign.message', facts: { message } });
});
