import { expect, it } from 'vitest';
import { checkClock } from '../../../../main/checks/check-clock.ts';
import { wordedWith } from '../../../support/worded.ts';

it('the clock cannot be compared, but may be impossible', async () => {
  expect((await checkClock()).state).toBe('skipped');
  expect(await checkClock(0)).toMatchObject({
    state: 'failed',
    finding: wordedWith('1970'),
  });
});
