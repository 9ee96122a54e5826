import { expect, it } from 'vitest';
import {
  ERROR,
  INFO,
  urgencyOf,
  WARN,
} from '../../../../../main/logging/reading/log-level-bytes.ts';

const TIME = '2026-11-24 14:42:56+0000 ';

it.each([
  [`${TIME}[connection#error] lost`, ERROR],
  [`${TIME}[-#critical] Unhandled`, ERROR],
  [`${TIME}[command 42#warn] slow`, WARN],
  [`${TIME}[worker#info] starts`, INFO],
  [`${TIME}[worker] error`, INFO],
  ['error without a time', INFO],
  ['', INFO],
])('finds the level of %j', (line, urgency) => {
  const bytes = Buffer.from(line);
  expect(urgencyOf(bytes, 0, bytes.length, WARN)).toBe(urgency);
});

it('gives a line that continues another the level of that one', () => {
  const bytes = Buffer.from('\tat somewhere');
  expect(urgencyOf(bytes, 0, bytes.length, ERROR)).toBe(ERROR);
});
