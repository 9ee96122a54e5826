import { expect, it } from 'vitest';
import { processGuard } from '../../../../../../main/worker/process/guardian/guard-processes.ts';

it('guards nothing before it was asked to', () => {
  expect(processGuard()).toBeUndefined();
});
