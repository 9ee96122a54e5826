import { expect, it } from 'vitest';
import { indexOf, wordOf } from '../../../../../main/spread/banana/vocabulary.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const INDICES = Array.from({ length: 31 }, (_, at) => at + 1);

it('knows the words of the dialect "pb", each by its index and back', () => {
  const words = INDICES.map((index) => wordOf(index) ?? bytes(''));
  expect(words.map(indexOf)).toEqual(INDICES);
  expect([1, 5, 26, 31].map((index) => Buffer.from(words[index - 1] ?? []).toString())).toEqual([
    'None',
    'dictionary',
    'message',
    'uncache',
  ]);
});

it.each([0, 32, -1, 1.5, Number.MAX_SAFE_INTEGER])('has no word for %d', (index) => {
  expect(wordOf(index)).toBeUndefined();
});

it.each(['', 'Non', 'none', 'unpersistables', 'not_logged_in_', 'listé', '__proto__'])(
  'has no index for "%s"',
  (text) => {
    expect(indexOf(bytes(text))).toBeUndefined();
  },
);

it('gives out a word in memory of its own', () => {
  wordOf(1)?.fill(0);
  expect(wordOf(1)).toEqual(bytes('None'));
});
