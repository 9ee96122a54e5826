import { expect, it } from 'vitest';
import {
  rotationFormFrom,
  rotationLimitsFrom,
  rotationProblems,
} from '../../../../renderer/log-viewer/rotation-form.ts';

const ROTATION = { whyFixed: undefined, totalBytes: 0, files: 1 };

it.each([
  [10_000_000, 10],
  [500_500, null],
  [null, null],
])('gives back %s bytes and %s files as they are', (logSize, logCount) => {
  const form = rotationFormFrom({ ...ROTATION, logSize, logCount });
  expect(rotationLimitsFrom(form)).toEqual({ logSize, logCount });
});

it('names which field is wrong', () => {
  const form = rotationFormFrom({ ...ROTATION, logSize: 1_000, logCount: 3 });
  expect(rotationProblems({ ...form, sizeKb: '' })).toEqual({ sizeKb: true, count: false });
  expect(rotationProblems({ ...form, count: 1.5 })).toEqual({ sizeKb: false, count: true });
  expect(rotationLimitsFrom({ ...form, sizeKb: 0 })).toBeUndefined();
  expect(rotationProblems({ ...form, isOn: false, sizeKb: '' })).toEqual({
    sizeKb: false,
    count: false,
  });
});
