import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BananaEncoder } from '../../../../../main/spread/banana/banana-encoder.ts';
import { type Expression, Float } from '../../../../../main/spread/banana/expression.ts';
import {
  BANANA_PREFIX_LIMIT,
  BANANA_SIZE_LIMIT,
} from '../../../../../main/spread/banana/limits.ts';
import { codeOf, decode, encode, hex, join, RECORDED, text } from './banana-samples.ts';

it.each(RECORDED)('writes %s as it was recorded', (_name, bytes, value) => {
  expect(encode(value)).toEqual(hex(bytes));
});

it.each<readonly [string, Expression, string]>([
  ['a whole number that is a float', new Float(2), '84 40 00 00 00 00 00 00 00'],
  ['a number with a fraction', 1.5, '84 3f f8 00 00 00 00 00 00'],
  ['a number that no integer holds', Number.POSITIVE_INFINITY, '84 7f f0 00 00 00 00 00 00'],
  ['a bigint that a short integer holds', -5n, '05 83'],
  ['the least bigint that needs a long one', 2n ** 31n, '00 00 00 00 08 85'],
  ['a word of the vocabulary, in a list', [text('login')], '01 80 14 87'],
  ['a word that the vocabulary lacks', text('logins'), '06 82 6c 6f 67 69 6e 73'],
])('writes %s', (_name, value, bytes) => {
  expect(encode(value)).toEqual(hex(bytes));
});

it('writes a string as its UTF-8', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('list', 'liszt', 'x'.repeat(257)),
  );
  fc.assert(
    fc.property(fc.array(texts), (list) => {
      expect(encode(list)).toEqual(encode(list.map(text)));
    }),
  );
});

describe('what a peer would not accept', () => {
  it('is a string, a list or an integer beyond the limit, and nothing at it', () => {
    const largest = 2n ** BigInt(7 * BANANA_PREFIX_LIMIT) - 1n;
    const digits = new Uint8Array(BANANA_PREFIX_LIMIT).fill(0x7f);
    expect(encode(largest)).toEqual(join(digits, hex('85')));
    expect(encode(-largest)).toEqual(join(digits, hex('86')));
    const list = new Array(BANANA_SIZE_LIMIT).fill(0);
    const attempts: readonly Expression[] = [
      new Uint8Array(BANANA_SIZE_LIMIT),
      new Uint8Array(BANANA_SIZE_LIMIT + 1),
      list,
      [...list, 0],
      largest + 1n,
      -largest - 1n,
    ];
    expect(attempts.map((value) => codeOf(() => encode(value)))).toEqual([
      undefined,
      'BANANA_STRING_TOO_LONG',
      undefined,
      'BANANA_LIST_TOO_LONG',
      'BANANA_INTEGER_TOO_LONG',
      'BANANA_INTEGER_TOO_LONG',
    ]);
  });

  it('goes on after a value that is not accepted', () => {
    const encoder = new BananaEncoder();
    const unsendable = [1, new Uint8Array(BANANA_SIZE_LIMIT + 1)];
    expect(codeOf(() => encoder.encode(unsendable))).toBe('BANANA_STRING_TOO_LONG');
    expect(decode(...encoder.encode([2]))).toEqual([[2]]);
  });
});

describe('the chunks', () => {
  it('hold long strings as they are, without a copy', () => {
    const long = new Uint8Array(10_000);
    expect(new BananaEncoder().encode([1, long, 2])).toContain(long);
  });

  it('are never written to again once they were given out', () => {
    const encoder = new BananaEncoder();
    const given = Array.from({ length: 5000 }, (_item, at) => ({
      at,
      chunks: encoder.encode([at, text('word'), new Float(at)]),
    }));
    for (const { at, chunks } of given) {
      expect(decode(...chunks)).toEqual([[at, text('word'), new Float(at)]]);
    }
  });

  it('hold short strings as copies, which a later change does not reach', () => {
    const short = text('short');
    const chunks = new BananaEncoder().encode([short, 1]);
    short.fill(0);
    expect(decode(...chunks)).toEqual([[text('short'), 1]]);
  });

  it('are in order around long strings, whatever their sizes', () => {
    const sizes = [2047, 2048, 2049, 16_384, 16_385, 0, 1];
    const value = sizes.flatMap((size, at) => [at, new Uint8Array(size).fill(at + 1)]);
    expect(decode(...new BananaEncoder().encode(value))).toEqual([value]);
  });
});
