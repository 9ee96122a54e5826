import { describe, expect, it } from 'vitest';
import { reprOf, reprOfEncoded } from '../../../../../main/worker/process/repr-of.ts';

describe('reprOf', () => {
  it.each([
    [null, 'None'],
    [true, 'True'],
    [1200, '1200'],
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    [`both ' and "`, `'both \\' and "'`],
    ['a\\b\n\r\t\0', "'a\\\\b\\n\\r\\t\\x00'"],
    ['grün \u{1f600}', "'grün \u{1f600}'"],
    ['\u00a0\u200b', "'\\xa0\\u200b'"],
    ['\ud800', "'\\ud800'"],
    [['a', 1], "['a', 1]"],
    [
      { 'test.log': { filename: 'a', follow: true } },
      "{'test.log': {'filename': 'a', 'follow': True}}",
    ],
    [{}, '{}'],
  ])('writes %j as Python does', (value, written) => {
    expect(reprOf(value)).toBe(written);
  });
});

describe('reprOfEncoded', () => {
  it.each([
    ['echo', 'utf-8', "b'echo'"],
    ['grün', 'utf-8', "b'gr\\xc3\\xbcn'"],
    ['grün', 'latin-1', "b'gr\\xfcn'"],
    ["it's", 'utf-8', `b"it's"`],
    [`it's "\\"`, 'utf-8', String.raw`b'it\'s "\\"'`],
    ['a\nb', 'utf-8', "b'a\\nb'"],
  ])('writes %j in %s as Python does', (text, encoding, written) => {
    expect(reprOfEncoded(text, encoding)).toBe(written);
  });
});
