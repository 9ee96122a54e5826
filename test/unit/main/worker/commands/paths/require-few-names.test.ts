import { expect, it } from 'vitest';
import { requireFewNames } from '../../../../../../main/worker/commands/paths/require-few-names.ts';

it('lets many names into one answer, and not any number', () => {
  expect(() => requireFewNames(50_000)).not.toThrow();
  expect(() => requireFewNames(50_001)).toThrow('more than 50000 names, too many');
});
