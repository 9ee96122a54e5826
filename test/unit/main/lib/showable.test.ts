import { expect, it } from 'vitest';
import { showable, showableLine, showableLines } from '../../../../main/lib/showable.ts';

it.each([
  [
    'linux\n2026-01-01 00:00:00+0000 [worker#info] forged',
    'linux\\n2026-01-01 00:00:00+0000 [worker#info] forged',
  ],
  ['\u001b]0;title\u0007', '\\x1b]0;title\\x07'],
  ['over\rwritten', 'over\\rwritten'],
  ['\u009b31m', '\\x9b31m'],
  ['a\u202eb\u2066c\u2028d', 'a\\u202eb\\u2066c\\u2028d'],
  ['tab\there', 'tab\\there'],
  ['Grüße 🙂 日本', 'Grüße 🙂 日本'],
])('%j is shown as %j', (text, shown) => {
  expect(showable(text)).toBe(shown);
});

it('text of several lines keeps its lines and tabs', () => {
  expect(showableLines('one\n\ttwo\r\u001b[2J')).toBe('one\n\ttwo\\r\\x1b[2J');
});

it('a line keeps its tabs and begins no other', () => {
  expect(showableLine('one\n\ttwo\u001b[2J')).toBe('one\\n\ttwo\\x1b[2J');
});
