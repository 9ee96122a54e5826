import { expect, it } from 'vitest';
import { failureLineOf } from '../../../../../renderer/components/output/failure-line-of.ts';

const lines = (...texts: string[]) =>
  texts.map((text, number) => ({ number, stream: 'stdout', text }));

it.each([
  'main.c:3:5: error: expected declaration',
  '\u001b[1mmain.c:3: \u001b[31mfatal error: \u001b[0mx.h: No such file',
  'error[E0308]: mismatched types',
  'src/a.ts(3,1): error TS2304: Cannot find name',
  'make: *** [Makefile:3: all] Error 2',
  'Traceback (most recent call last):',
  'E   AssertionError: 1 != 2',
  'java.lang.NullPointerException',
  'FAILED tests/test_a.py::test_b',
  'not ok 3 - sums',
  'sh: 1: cmake: not found',
  'Segmentation fault (core dumped)',
])('is the first that reads like %s', (failure) => {
  expect(failureLineOf(lines('gcc -Werror -c a.c', failure, 'make: *** Error 9'))).toBe(1);
});

it('is none where nothing reads like that', () => {
  const calm = lines(
    'gcc -Werror -c error.c',
    '0 errors, 0 warnings',
    'no failures',
    'all is well',
  );
  expect(failureLineOf(calm)).toBeUndefined();
});
