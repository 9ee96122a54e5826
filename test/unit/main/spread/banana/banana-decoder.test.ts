import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BananaDecoder } from '../../../../../main/spread/banana/banana-decoder.ts';
import { type Expression, Float } from '../../../../../main/spread/banana/expression.ts';
import {
  BANANA_DEPTH_LIMIT,
  BANANA_ELEMENT_LIMIT,
  BANANA_ELEMENT_LIMIT_OF_WORKERS,
  BANANA_MESSAGE_LIMIT,
  BANANA_PREFIX_LIMIT,
  BANANA_SIZE_LIMIT,
} from '../../../../../main/spread/banana/limits.ts';
import { codeOf, decode, encode, hex, join, RECORDED, text } from './banana-samples.ts';

describe('recorded bytes', () => {
  it.each(RECORDED)('%s is read wherever it is cut', (_name, bytes, value) => {
    const whole = hex(bytes);
    for (let cut = 0; cut <= whole.length; cut += 1) {
      expect(decode(whole.subarray(0, cut), whole.subarray(cut))).toEqual([value]);
    }
  });

  it.each(RECORDED)('%s is read byte by byte', (_name, bytes, value) => {
    expect(decode(...[...hex(bytes)].map((byte) => new Uint8Array([byte])))).toEqual([value]);
  });
});

describe('the decoder', () => {
  it('gives back several expressions of one chunk in their order', () => {
    expect(decode(hex('01 81 02 81 03'), hex('81'))).toEqual([1, 2, 3]);
  });

  it('keeps no view of a chunk', () => {
    const chunk = hex('03 82 61 62 63');
    const [value] = decode(chunk);
    chunk.fill(0);
    expect(value).toEqual(text('abc'));
  });

  it('gives each word memory of its own', () => {
    const [first, second] = decode(hex('01 87 01 87')) as [Uint8Array, Uint8Array];
    first.fill(0);
    expect(second).toEqual(text('None'));
  });

  it('gives numbers as long as they are exact, then bigints', () => {
    expect(decode(encode(Number.MAX_SAFE_INTEGER))).toEqual([Number.MAX_SAFE_INTEGER]);
    expect(decode(encode(2n ** 53n))).toEqual([2n ** 53n]);
    expect(decode(encode(-(2n ** 400n)))).toEqual([-(2n ** 400n)]);
  });
});

/** A prefix that means a number. */
function prefix(value: number): Uint8Array {
  const digits: number[] = [];
  for (let left = value; left > 0 || digits.length === 0; left = Math.floor(left / 128)) {
    digits.push(left % 128);
  }
  return new Uint8Array(digits);
}

describe('limits', () => {
  const longest = new Uint8Array(BANANA_SIZE_LIMIT);

  it('takes the longest string, and no longer one', () => {
    const [read] = decode(encode(longest)) as [Uint8Array];
    expect(Buffer.compare(read, longest)).toBe(0);
    const bytes = join(prefix(BANANA_SIZE_LIMIT + 1), hex('82'));
    expect(codeOf(() => decode(bytes))).toBe('BANANA_STRING_TOO_LONG');
  });

  it('takes the longest list, and no longer one', () => {
    const list = Array.from({ length: BANANA_SIZE_LIMIT }, () => 0);
    const decoder = new BananaDecoder(BANANA_ELEMENT_LIMIT_OF_WORKERS);
    expect(decoder.push(encode(list))[0]).toHaveLength(BANANA_SIZE_LIMIT);
    const bytes = join(prefix(BANANA_SIZE_LIMIT + 1), hex('80'));
    expect(codeOf(() => decode(bytes))).toBe('BANANA_LIST_TOO_LONG');
  });

  it('takes the longest prefix, and no longer one', () => {
    const digits = new Uint8Array(BANANA_PREFIX_LIMIT).fill(0x7f);
    const largest = 2n ** BigInt(7 * BANANA_PREFIX_LIMIT) - 1n;
    expect(decode(join(digits, hex('85')))).toEqual([largest]);
    expect(codeOf(() => decode(join(digits, hex('7f'))))).toBe('BANANA_PREFIX_TOO_LONG');
  });

  it('notices a prefix that never ends, however it is cut', () => {
    const drip = Array.from({ length: 1000 }, () => hex('01'));
    expect(codeOf(() => decode(...drip))).toBe('BANANA_PREFIX_TOO_LONG');
  });

  it('takes the deepest lists, and no deeper ones', () => {
    const nested = (depth: number): Uint8Array =>
      join(...Array.from({ length: depth }, () => hex('01 80')), hex('01 81'));
    expect(decode(nested(BANANA_DEPTH_LIMIT))).toHaveLength(1);
    expect(codeOf(() => decode(nested(BANANA_DEPTH_LIMIT + 1)))).toBe('BANANA_NESTED_TOO_DEEP');
  });

  it('takes no message without end, neither of long strings nor of short elements', () => {
    const many = join(prefix(BANANA_SIZE_LIMIT), hex('80'));
    const long = join(prefix(BANANA_SIZE_LIMIT), hex('82'), longest);
    const strings = Array.from(
      { length: BANANA_MESSAGE_LIMIT / BANANA_SIZE_LIMIT + 1 },
      () => long,
    );
    expect(codeOf(() => decode(many, ...strings))).toBe('BANANA_MESSAGE_TOO_LARGE');
    const lists = Array.from({ length: BANANA_ELEMENT_LIMIT / 1000 + 1 }, () =>
      join(
        prefix(1000),
        hex('80'),
        new Uint8Array(2000).map((_byte, at) => (at % 2 ? 0x81 : 1)),
      ),
    );
    expect(codeOf(() => decode(many, ...lists))).toBe('BANANA_MESSAGE_TOO_LARGE');
  });

  it('counts each message afresh', () => {
    const decoder = new BananaDecoder();
    const long = join(prefix(BANANA_SIZE_LIMIT), hex('82'), longest);
    for (let sent = 0; sent < 2 * BANANA_MESSAGE_LIMIT; sent += long.length) {
      expect(decoder.push(long)).toHaveLength(1);
    }
  });

  it.each([
    ['01 88', 'BANANA_UNKNOWN_TOKEN'],
    ['01 ff', 'BANANA_UNKNOWN_TOKEN'],
    ['00 87', 'BANANA_UNKNOWN_WORD'],
    ['20 87', 'BANANA_UNKNOWN_WORD'],
  ])('refuses %s as %s', (bytes, code) => {
    expect(codeOf(() => decode(hex(bytes)))).toBe(code);
  });
});

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.constantFrom('None', 'list', 'message', 'uncache', 'lists').map(text),
  fc.uint8Array({ minLength: 2000, maxLength: 3000 }),
  fc.maxSafeInteger().map((value) => value + 0),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 448n - 1n }),
  fc.bigInt({ min: -(2n ** 448n) + 1n, max: -(2n ** 53n) }),
  fc.double({ noNaN: true }).map((value) => new Float(value)),
);
const expression: fc.Arbitrary<Expression> = fc.letrec<{ value: Expression }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 6 })),
})).value;

describe('properties', () => {
  it('reads back whatever was written, in any pieces', () => {
    fc.assert(
      fc.property(
        fc.array(expression, { maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
        (values, sizes) => {
          const bytes = join(...values.map(encode));
          const decoder = new BananaDecoder();
          const found: Expression[] = [];
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value;
            found.push(...decoder.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(found).toEqual(values);
        },
      ),
    );
  });

  it('reads any bytes, or refuses them with a code', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), (chunks) => {
        const code = codeOf(() => decode(...chunks));
        expect(code ?? 'BANANA_').toMatch(/^BANANA_/);
      }),
      { numRuns: 1000 },
    );
  });
});
