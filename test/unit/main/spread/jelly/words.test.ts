import { expect, it } from 'vitest';
import { word, wordFrom } from '../../../../../main/spread/jelly/words.ts';

it('a word crosses as one byte for each letter', () => {
  expect(word('None')).toEqual(new Uint8Array([0x4e, 0x6f, 0x6e, 0x65]));
  expect(word('é')).toEqual(new Uint8Array([0xe9]));
  expect(wordFrom(word('é'))).toBe('é');
});

it.each([undefined, null, 5, 'None', ['None'], new Map()])('%j is no word', (value) => {
  expect(wordFrom(value)).toBeUndefined();
});
