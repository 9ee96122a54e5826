import { expect, it } from 'vitest';
import { plainText } from '../../../../../renderer/components/output/plain-text.ts';

it.each([
  ['plain', 'plain'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b[?25lhidden\u001b[K', 'hidden'],
  ['\u001b]8;;https://example.org\u0007link\u001b]8;;\u001b\\', 'link'],
  ['a [31m b', 'a [31m b'],
])('%j reads as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});
