import { expect, it, vi } from 'vitest';
import { toTeardown } from '../../../../main/lib/teardown.ts';

it('runs once, however often it is called', () => {
  const end = vi.fn();
  const teardown = toTeardown(end);
  teardown.dispose();
  teardown.dispose();
  expect(end).toHaveBeenCalledOnce();
});
