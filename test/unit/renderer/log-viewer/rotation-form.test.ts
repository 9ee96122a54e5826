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

it('shows the size as people write it, and reads whatever they write', () => {
  const form = rotationFormFrom({ ...ROTATION, logSize: 10_000_000, logCount: 3 });
  expect(form.size).toBe('10 MB');
  expect(rotationLimitsFrom({ ...form, size: '2 MiB' })?.logSize).toBe(2_097_152);
});

it.each(['', 'None', '0', 'large', '1k'])('wants a size, and %j is none', (size) => {
  const form = { ...rotationFormFrom({ ...ROTATION, logSize: 1_000, logCount: 3 }), size };
  expect(rotationProblems(form).size).toMatchObject({ kind: 'number', unit: 'bytes' });
  expect(rotationLimitsFrom(form)).toBeUndefined();
  expect(rotationProblems({ ...form, isOn: false }).size).toBeUndefined();
});

it('wants a whole number of files', () => {
  const form = rotationFormFrom({ ...ROTATION, logSize: 1_000, logCount: 3 });
  expect(rotationProblems({ ...form, count: 1.5 })).toEqual({ size: undefined, count: true });
});
