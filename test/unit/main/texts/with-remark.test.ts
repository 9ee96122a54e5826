import { expect, it } from 'vitest';
import { withRemark } from '../../../../main/texts/with-remark.ts';

it('has what was said in brackets, and nothing where nothing was', () => {
  expect(withRemark('The line is closed', 'Bye')).toBe('The line is closed (Bye)');
  expect(withRemark('The line is closed', '')).toBe('The line is closed');
});
