import { expect, it } from 'vitest';
import { decodePythonString } from '../../../../../../main/basedir/tac/python/decode-python-string.ts';

it.each([
  ["'plain'", 'plain'],
  ['""', ''],
  ["'''a\r\nb'''", 'a\nb'],
  [String.raw`'\x41\101\u00e9\U0001f600\n'`, 'AAé😀\n'],
  [String.raw`'a\\b\'c'`, String.raw`a\b'c`],
  [String.raw`r'a\nb'`, String.raw`a\nb`],
  [String.raw`b'\xc3\xa9\u00e9'`, String.raw`é\u00e9`],
  [String.raw`'\q'`, String.raw`\q`],
])('decodes %s', (token, text) => {
  expect(decodePythonString(token)).toBe(text);
});

it.each([
  "'open",
  "f'{x}'",
  String.raw`'\N{BULLET}'`,
  String.raw`'\x4'`,
  String.raw`'\UFFFFFFFF'`,
  String.raw`b'\xff'`,
  'name',
])('knows no value of %s', (token) => {
  expect(decodePythonString(token)).toBeUndefined();
});
