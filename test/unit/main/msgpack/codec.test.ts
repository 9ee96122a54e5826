import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../../main/msgpack/codec.ts';
import { MSGPACK_MESSAGE_LIMIT } from '../../../../main/msgpack/limits.ts';
import { Float, type MsgpackValue, Utf8Text } from '../../../../main/msgpack/msgpack-value.ts';
import { fuzzed } from '../../../support/fuzz.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');
const LARGEST = 2n ** 64n - 1n;
const SMALLEST = -(2n ** 63n);

const integer = fc
  .bigInt({ min: SMALLEST, max: LARGEST })
  .map((value) => (BigInt.asIntN(54, value) === value ? Number(value) : value))
  .filter((value) => typeof value === 'bigint' || Number.isSafeInteger(value));
const number = fc.oneof(
  integer,
  fc.integer(),
  fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value)),
);
const value = fc.letrec<{ value: MsgpackValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<MsgpackValue>(null, true, false),
    number,
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 40 }),
    fc
      .array(fc.tuple(fc.string({ unit: 'binary' }), tie('value')), { maxLength: 40 })
      .map((entries) => new Map(entries)),
  ),
})).value;

it('reads what it has written', () => {
  fc.assert(
    fc.property(value, (sent) => {
      expect(decode(encode(sent))).toEqual(sent);
    }),
  );
});

it.each([0, 15, 16, 255, 256, 65_535, 65_536])(
  'reads lists, maps, text and bytes of %i',
  (size) => {
    const list = Array.from({ length: size }, (_, at) => at);
    const map = new Map(list.map((at) => [at, null]));
    const sent = [
      list,
      map,
      'x'.repeat(size),
      new Uint8Array(size),
      new Utf8Text(Buffer.alloc(size, 'y')),
    ];
    expect(decode(encode(sent))).toEqual([...sent.slice(0, -1), 'y'.repeat(size)]);
  },
);

it('finds a message that was cut at any byte, and one that goes on', () => {
  fc.assert(
    fc.property(value, fc.nat(), (sent, at) => {
      const whole = encode(sent);
      const cut = whole.subarray(0, at % whole.length);
      expect(() => decode(cut)).toThrow(expect.objectContaining({ code: 'MSGPACK_CUT_OFF' }));
      const longer = Buffer.concat([whole, bytes(0)]);
      const code = 'MSGPACK_TRAILING_BYTES';
      expect(() => decode(longer)).toThrow(expect.objectContaining({ code }));
    }),
  );
});

describe('whatever comes', () => {
  /** Places in a message, each with what is there instead. */
  const damages = fc.array(
    fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 6 }) }),
    { minLength: 1, maxLength: 5 },
  );

  it('is read or refused by an error of its own, noise', () => {
    const noise = fc.uint8Array({ maxLength: 200 });
    fc.assert(fc.property(noise, readsOrRefuses), fuzzed(2000));
  });

  it('is read or refused by an error of its own, a damaged message', () => {
    const damaged = fc.tuple(value, damages).map(([sent, changes]) => {
      let message = Buffer.from(encode(sent));
      for (const { at, remove, insert } of changes) {
        const start = at % (message.length + 1);
        const rest = message.subarray(start + remove);
        message = Buffer.concat([message.subarray(0, start), insert, rest]);
      }
      return message;
    });
    fc.assert(fc.property(damaged, readsOrRefuses), fuzzed(1000));
  });

  function readsOrRefuses(message: Uint8Array): void {
    try {
      decode(message);
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^MSGPACK_/) });
    }
  }
});

// As Python's msgpack writes and reads them.
describe('the form on the wire', () => {
  it.each<readonly [string, MsgpackValue, string]>([
    ['None', null, 'c0'],
    ['true', true, 'c3'],
    ['false', false, 'c2'],
    ['a small integer', 5, '05'],
    ['a negative integer', -1, 'ff'],
    ['an integer of 32 bits', 70_000, 'ce00011170'],
    ['an integer beyond 32 bits', 2 ** 40, 'd30000010000000000'],
    ['one in a list in a dictionary', new Map([[1, [-(2 ** 40)]]]), '810191d3ffffff0000000000'],
    ['a bigint', LARGEST, 'cfffffffffffffffff'],
    ['a number that no integer holds', 1e300, 'cb7e37e43c8800759c'],
    ['a float', 0.5, 'cb3fe0000000000000'],
    ['a float that is whole', new Float(2), 'cb4000000000000000'],
    ['text', 'grü', 'a46772c3bc'],
    ['text that is UTF-8 already', new Utf8Text(Buffer.from('grü')), 'db000000046772c3bc'],
    ['bytes', bytes(1, 255), 'c40201ff'],
    ['a list', [1, 'a'], '9201a161'],
    ['a dictionary', new Map([['op', null]]), '81a26f70c0'],
    [
      'marked values within others',
      [new Float(1), new Utf8Text(Buffer.from('x'))],
      '92cb3ff0000000000000db0000000178',
    ],
  ])('is that of Python: %s', (_name, sent, form) => {
    expect(hex(encode(sent))).toBe(form);
  });

  it.each<readonly [string, string, MsgpackValue]>([
    ['a float that is whole', 'cb4000000000000000', 2],
    ['a short float', 'ca3f000000', 0.5],
    ['an exact integer of 64 bits', 'cf0000010000000000', 2 ** 40],
    ['an integer that no double holds', 'cfffffffffffffffff', LARGEST],
    ['a negative one', 'd38000000000000000', SMALLEST],
    ['text of old masters with 16 bits of length', 'da000161', 'a'],
    ['bytes with 32 bits of length', 'c60000000107', bytes(7)],
    ['a list with 32 bits of length', 'dd00000001c0', [null]],
    ['a map with 32 bits of length', 'df0000000101c3', new Map([[1, true]])],
    ['broken UTF-8', 'a1ff', '\ufffd'],
    [
      'a key that means something to JavaScript',
      '81a95f5f70726f746f5f5f01',
      new Map([['__proto__', 1]]),
    ],
  ])('is read: %s', (_name, form, read) => {
    expect(decode(Buffer.from(form, 'hex'))).toEqual(read);
  });

  it('keeps text of any size that is UTF-8 already, beside values of every size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000), { maxLength: 12 }), (sizes) => {
        const texts = sizes.map((size) => 'ä'.repeat(size));
        const sent = texts.map((text) => new Utf8Text(Buffer.from(text)));
        expect(decode(encode([...sent, 7]))).toEqual([...texts, 7]);
      }),
    );
  });

  it('gives out byte strings that do not change with the message', () => {
    const message = Buffer.from(encode(bytes(1, 2, 3)));
    const read = decode(message);
    message.fill(0);
    expect(read).toEqual(bytes(1, 2, 3));
  });
});

describe('limits', () => {
  const binary = (sizeBytes: number): Uint8Array => {
    const form = Buffer.alloc(5 + sizeBytes);
    form[0] = 0xc6;
    form.writeUInt32BE(sizeBytes, 1);
    return form;
  };

  it('reads and writes messages as large as allowed, and none larger', () => {
    const fitting = binary(MSGPACK_MESSAGE_LIMIT - 5);
    expect(decode(fitting)).toHaveLength(MSGPACK_MESSAGE_LIMIT - 5);
    expect(encode(fitting.subarray(5))).toHaveLength(MSGPACK_MESSAGE_LIMIT);
    const tooLarge = binary(MSGPACK_MESSAGE_LIMIT - 4);
    expect(() => decode(tooLarge)).toThrow(codeOf('MSGPACK_MESSAGE_TOO_LARGE'));
    expect(() => encode(tooLarge.subarray(5))).toThrow(codeOf('MSGPACK_MESSAGE_TOO_LARGE'));
  });

  it('refuses to write an integer beyond 64 bits', () => {
    expect(() => encode(LARGEST + 1n)).toThrow(codeOf('MSGPACK_CANNOT_WRITE'));
  });
});

function codeOf(code: string) {
  return expect.objectContaining({ name: 'MsgpackError', code });
}
