import { expect, it } from 'vitest';
import { minutesFrom, timeFrom } from '../../../../renderer/preferences/time-of-day.ts';

it('shows minutes as a field for a time of day has them, and reads them again', () => {
  expect([0, 425, 1_439].map(timeFrom)).toEqual(['00:00', '07:05', '23:59']);
  expect(['00:00', '07:05', '23:59'].map(minutesFrom)).toEqual([0, 425, 1_439]);
});

it('reads a time with seconds, and nothing where a part is missing', () => {
  expect(minutesFrom('07:05:30')).toBe(425);
  expect(minutesFrom('')).toBeUndefined();
  expect(minutesFrom('7:')).toBeUndefined();
});
