import { expect, it } from 'vitest';
import { LeavingRuns } from '../../../../main/worker/leaving-runs.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

// With commands in it: worker-for-builder.test.ts.
it('holds nobody up in a directory that nothing leaves', () => {
  expect(new LeavingRuns(new FakeClock()).hurry('/w')).toBeUndefined();
});
