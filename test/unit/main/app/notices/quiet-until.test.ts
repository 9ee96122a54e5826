import { expect, it } from 'vitest';
import { quietUntil } from '../../../../../main/app/notices/quiet-until.ts';

/** A time of today, by the clock of this machine. */
const at = (hours: number, minutes = 0): number => new Date(2026, 10, 28, hours, minutes).getTime();
const night = { isOn: true, from: 22 * 60, to: 7 * 60 };

it('ends quiet hours over midnight in the morning', () => {
  expect(quietUntil(night, at(22))).toBe(at(31));
  expect(quietUntil(night, at(23, 30))).toBe(at(31));
  expect(quietUntil(night, at(3))).toBe(at(7));
  expect(quietUntil(night, at(6, 59) + 59_999)).toBe(at(7));
});

it('is not quiet before and after', () => {
  expect(quietUntil(night, at(7))).toBeUndefined();
  expect(quietUntil(night, at(21, 59))).toBeUndefined();
});

it('knows hours within a day', () => {
  const lunch = { isOn: true, from: 12 * 60, to: 13 * 60 };
  expect(quietUntil(lunch, at(12, 20))).toBe(at(13));
  expect(quietUntil(lunch, at(13))).toBeUndefined();
});

it('is never quiet when they are off, or have no length', () => {
  expect(quietUntil({ ...night, isOn: false }, at(23))).toBeUndefined();
  expect(quietUntil({ isOn: true, from: 60, to: 60 }, at(1))).toBeUndefined();
});
