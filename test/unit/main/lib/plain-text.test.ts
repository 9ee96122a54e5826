import { expect, it } from 'vitest';
import { plainText } from '../../../../main/lib/plain-text.ts';

it.each([
  ['text', 'text'],
  [42, '42'],
  [7n, '7'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a', ['b', 1]], '[a, [b, 1]]'],
  [{ sentence: 'never shown so' }, '<Object>'],
  [new Map(), '<Map>'],
  [Object.create(null), '<Object>'],
])('shows %o as %s', (value, text) => {
  expect(plainText(value)).toBe(text);
});
