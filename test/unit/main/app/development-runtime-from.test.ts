import { expect, it } from 'vitest';
import { developmentRuntimeFrom } from '../../../../main/app/development-runtime-from.ts';

it.each([
  ['45.4.1', undefined],
  ['46.0.0', undefined],
  ['39.2.0', '39.2.0'],
])('knows whether releases carry Electron %s', (version, expected) => {
  expect(developmentRuntimeFrom(version)).toBe(expected);
});
