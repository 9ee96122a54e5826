import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BananaDecoder } from '../../../../../main/spread/banana/banana-decoder.ts';
import { BananaEncoder } from '../../../../../main/spread/banana/banana-encoder.ts';
import { type Expression, Float } from '../../../../../main/spread/banana/expression.ts';
import {
  BANANA_DEPTH_LIMIT,
  BANANA_ELEMENT_LIMIT,
  BANANA_MESSAGE_LIMIT,
  BANANA_PREFIX_LIMIT,
  BANANA_SIZE_LIMIT,
  BananaError,
} from '../../../../../main/spread/banana/limits.ts';

const text = (word: string): Uint8Array => new Uint8Array(Buffer.from(word));
const hex = (bytes: string): Uint8Array =>
  new Uint8Array(Buffer.from(bytes.replaceAll(' ', ''), 'hex'));

function encode(expression: Expression): Uint8Array {
  return new Uint8Array(Buffer.concat(new BananaEncoder().encode(expression)));
}

function decode(...chunks: readonly Uint8Array[]): readonly Expression[] {
  const decoder = new BananaDecoder();
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

/** Bytes from sessions between real masters and workers, or computed by hand from the token table. */
const RECORDED: readonly (readonly [name: string, bytes: string, value: Expression])[] = [
  ['the dialects', '02 80 02 82 70 62 04 82 6e 6f 6e 65', [text('pb'), text('none')]],
  ['the dialect that was chosen', '02 82 70 62', text('pb')],
  ['the version', '02 80 13 87 06 81', [text('version'), 6]],
  [
    'a login',
    '07 80 1a 87 01 81 04 82 72 6f 6f 74 14 87 01 81 02 80 0b 87 02 82 77 31 01 80 05 87',
    [
      text('message'),
      1,
      text('root'),
      text('login'),
      1,
      [text('tuple'), text('w1')],
      [text('dictionary')],
    ],
  ],
  ['zero', '00 81', 0],
  ['an empty list', '00 80', []],
  ['an empty string', '00 82', text('')],
  ['a number of two digits', '00 01 81', 128],
  ['the largest short integer', '7f 7f 7f 7f 07 81', 2 ** 31 - 1],
  ['the smallest long integer', '00 00 00 00 08 85', 2 ** 31],
  ['minus one', '01 83', -1],
  ['the smallest short negative', '00 00 00 00 08 83', -(2 ** 31)],
  ['a long negative', '01 00 00 00 08 86', -(2 ** 31) - 1],
  ['a float', '84 3f f8 00 00 00 00 00 00', new Float(1.5)],
];

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

  it.each(RECORDED)('%s is written so', (_name, bytes, value) => {
    expect(encode(value)).toEqual(hex(bytes));
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

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof BananaError ? error.code : String(error);
  }
}

describe('limits', () => {
  const longest = new Uint8Array(BANANA_SIZE_LIMIT);

  it('takes the longest string, and no longer one', () => {
    const [read] = decode(encode(longest)) as [Uint8Array];
    expect(Buffer.compare(read, longest)).toBe(0);
    const bytes = join(prefix(BANANA_SIZE_LIMIT + 1), hex('82'));
    expect(codeOf(() => decode(bytes))).toBe('BANANA_STRING_TOO_LONG');
    const longer = new Uint8Array(BANANA_SIZE_LIMIT + 1);
    expect(codeOf(() => encode(longer))).toBe('BANANA_STRING_TOO_LONG');
  });

  it('takes the longest list, and no longer one', () => {
    const list = Array.from({ length: BANANA_SIZE_LIMIT }, () => 0);
    expect(decode(encode(list))[0]).toHaveLength(BANANA_SIZE_LIMIT);
    const bytes = join(prefix(BANANA_SIZE_LIMIT + 1), hex('80'));
    expect(codeOf(() => decode(bytes))).toBe('BANANA_LIST_TOO_LONG');
    expect(codeOf(() => encode([...list, 0]))).toBe('BANANA_LIST_TOO_LONG');
  });

  it('takes the longest prefix, and no longer one', () => {
    const digits = new Uint8Array(BANANA_PREFIX_LIMIT).fill(0x7f);
    const largest = 2n ** BigInt(7 * BANANA_PREFIX_LIMIT) - 1n;
    expect(decode(join(digits, hex('85')))).toEqual([largest]);
    expect(encode(largest)).toEqual(join(digits, hex('85')));
    expect(codeOf(() => decode(join(digits, hex('7f'))))).toBe('BANANA_PREFIX_TOO_LONG');
    expect(codeOf(() => encode(largest + 1n))).toBe('BANANA_INTEGER_TOO_LONG');
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

describe('the encoder', () => {
  it('passes long strings on without a copy', () => {
    const long = new Uint8Array(10_000);
    expect(new BananaEncoder().encode([1, long, 2])).toContain(long);
  });

  it('never writes again into what it gave out', () => {
    const encoder = new BananaEncoder();
    const given = Array.from({ length: 5000 }, (_item, at) => ({
      at,
      chunks: encoder.encode([at, text('word'), new Float(at)]),
    }));
    for (const { at, chunks } of given) {
      expect(decode(...chunks)).toEqual([[at, text('word'), new Float(at)]]);
    }
  });

  it('goes on after a value that is not accepted', () => {
    const encoder = new BananaEncoder();
    const unsendable = [1, new Uint8Array(BANANA_SIZE_LIMIT + 1)];
    expect(codeOf(() => encoder.encode(unsendable))).toBe('BANANA_STRING_TOO_LONG');
    expect(decode(...encoder.encode([2]))).toEqual([[2]]);
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
