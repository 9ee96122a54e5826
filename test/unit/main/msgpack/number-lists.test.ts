import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode } from '../../../../main/msgpack/codec.ts';
import { encodedFloats, encodedIntegers } from '../../../../main/msgpack/number-lists.ts';

const integer = fc.oneof(
  fc.nat(0x200),
  fc.nat(0x20000),
  fc.integer({ min: 0, max: 0xffff_ffff }),
  fc.constantFrom(0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 0xffff_ffff),
);

it('integers of every size are read as they were, among other values', () => {
  fc.assert(
    fc.property(fc.array(integer, { maxLength: 200 }), (values) => {
      expect(decode(encode(['a', encodedIntegers(values), 'b']))).toEqual(['a', values, 'b']);
    }),
  );
});

it('floats are read as they were, and written as floats when they are whole', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 200 }), (values) => {
      expect(decode(encode(encodedFloats(values)))).toEqual(values);
    }),
  );
  const written = Buffer.from(encode(encodedFloats([2])));
  expect(written.toString('hex')).toBe('dd00000001cb4000000000000000');
});
