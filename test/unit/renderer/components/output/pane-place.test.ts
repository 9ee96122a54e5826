import { expect, it } from 'vitest';
import { wasScrolledUp } from '../../../../../renderer/components/output/pane-place.ts';

it('takes nothing for scrolling up but that: no other height, and no way down', () => {
  const before = { top: 500, viewPx: 200 };
  expect(wasScrolledUp(before, { top: 400, viewPx: 200 })).toBe(true);
  expect(wasScrolledUp(before, { top: 400, viewPx: 300 })).toBe(false);
  expect(wasScrolledUp(before, { top: 500, viewPx: 200 })).toBe(false);
  expect(wasScrolledUp(before, { top: 600, viewPx: 200 })).toBe(false);
});
