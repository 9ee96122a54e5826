import { expect, it } from 'vitest';
import { requireFewNames } from '../../../../../../main/worker/commands/paths/require-few-names.ts';

it('lets many names into one answer, and not any number', () => {
  expect(() => requireFewNames(100_000)).not.toThrow();
  expect(() => requireFewNames(100_001)).toThrow('more than 100000 names, too many');
});
