import { describe, expect, it } from 'vitest';
import {
  encodeText,
  encodingFrom,
  isSingleByteEncoding,
} from '../../../../../main/worker/updates/python-encodings.ts';

it.each([
  ['utf-8', 'utf-8'],
  ['UTF8', 'utf-8'],
  ['u8', 'utf-8'],
  ['us-ascii', 'ascii'],
  ['646', 'ascii'],
  ['no such encoding', undefined],
])('Python calls %s what we call %s', (pythonName, name) => {
  expect(encodingFrom(pythonName)).toBe(name);
});

describe('encodeText', () => {
  it.each([
    ['utf-8', 'ü', [0xc3, 0xbc]],
    ['latin-1', 'ü', [0xfc]],
    ['latin-1', '€', [0x3f]],
  ])('writes in %s: %s', (name, text, bytes) => {
    expect([...encodeText(text, name)]).toEqual(bytes);
  });
});

it.each([
  ['iso-8859-15', true],
  ['windows-1252', true],
  ['utf-16', false],
  ['shift_jis', false],
])('%s has one byte per character: %s', (name, expected) => {
  expect(isSingleByteEncoding(name)).toBe(expected);
});
