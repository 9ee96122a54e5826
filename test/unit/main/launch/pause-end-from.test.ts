import { expect, it } from 'vitest';
import { pauseEndFrom } from '../../../../main/launch/pause-end-from.ts';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

it('lasts until the user resumes it, an hour, or any number of hours', () => {
  expect(pauseEndFrom('until-resumed', at(24, 14))).toBe('resumed');
  expect(pauseEndFrom('one-hour', at(24, 14))).toBe(at(24, 15));
  expect(pauseEndFrom({ hours: 1.5 }, at(24, 14))).toBe(at(24, 15, 30));
});

it.each([
  ['in the afternoon', at(24, 14), at(25, 6)],
  ['before midnight', at(24, 23, 59), at(25, 6)],
  ['after midnight, of the coming day', at(25, 1, 30), at(25, 6)],
  ['in the small hours', at(25, 3), at(26, 6)],
  ['in the morning', at(25, 6), at(26, 6)],
])('"until tomorrow", said %s, ends at six', (_when, now, end) => {
  expect(pauseEndFrom('until-tomorrow', now)).toBe(end);
});
