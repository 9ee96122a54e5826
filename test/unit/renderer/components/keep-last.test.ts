import { expect, it } from 'vitest';
import { keepLast } from '../../../../renderer/components/keep-last.ts';

it('keeps the end of a list', () => {
  expect(keepLast([1, 2, 3], 2)).toEqual([2, 3]);
  expect(keepLast([1], 2)).toEqual([1]);
});
