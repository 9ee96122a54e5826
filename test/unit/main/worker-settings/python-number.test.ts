import { expect, it } from 'vitest';
import { pythonNumber } from '../../../../main/worker-settings/python-number.ts';

it.each([
  ['600', 600],
  ['1_000', 1000],
  ['0o22', 18],
  ['0x1F', 31],
  ['0b11', 3],
  ['00', 0],
  ['2.5', 2.5],
  ['.5', 0.5],
  ['1e2', 100],
])('reads %s', (source, value) => {
  expect(pythonNumber(source, false)).toBe(value);
});

it.each(['', '022', '1__0', '_1', '1_', '0o8', '1e999', 'nan', '-1'])('refuses %j', (source) => {
  expect(pythonNumber(source, false)).toBeUndefined();
});

it('reads a leading 0 as octal only where that is meant', () => {
  expect(pythonNumber('022', true)).toBe(18);
  expect(pythonNumber('089', true)).toBeUndefined();
});
