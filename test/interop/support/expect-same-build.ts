import { expect } from 'vitest';
import { isAllowed } from '../allowed-differences.ts';
import { differencesOf, reportOf } from './comparer.ts';
import type { BuildPair } from './interop-rig.ts';

/** Fails with every difference of the two builds that is not an allowed one. */
export function expectSameBuild({ reference, candidate }: BuildPair): void {
  const unexpected = differencesOf(reference, candidate).filter((found) => !isAllowed(found));
  expect(reportOf(unexpected)).toBe('');
}
