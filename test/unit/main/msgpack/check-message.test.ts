import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../main/msgpack/check-message.ts';
import {
  MSGPACK_DEPTH_LIMIT,
  MSGPACK_ELEMENT_LIMIT,
  MSGPACK_MESSAGE_LIMIT,
} from '../../../../main/msgpack/limits.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const hex = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const codeOf = (code: string) => expect.objectContaining({ name: 'MsgpackError', code });

/** A value of every type that a master may send. */
const VALUES: readonly (readonly [name: string, form: string])[] = [
  ['a small integer', '7f'],
  ['a small negative integer', 'e0'],
  ['None', 'c0'],
  ['false', 'c2'],
  ['true', 'c3'],
  ['integers without a sign', '94 cc 01 cd 00 01 ce 00 00 00 01 cf 00 00 00 00 00 00 00 01'],
  ['integers with a sign', '94 d0 01 d1 00 01 d2 00 00 00 01 d3 00 00 00 00 00 00 00 01'],
  ['floats', '92 ca 00 00 00 00 cb 00 00 00 00 00 00 00 00'],
  ['a short text', 'a2 68 69'],
  ['texts of every length', '93 d9 01 61 da 00 01 61 db 00 00 00 01 61'],
  ['bytes of every length', '93 c4 01 61 c5 00 01 61 c6 00 00 00 01 61'],
  ['an empty text, list and map', '93 a0 90 80'],
  ['lists of every length', '93 91 c0 dc 00 01 c0 dd 00 00 00 01 c0'],
  ['maps of every length', '93 81 c0 c0 de 00 01 c0 c0 df 00 00 00 01 c0 c0'],
];

describe('a message', () => {
  it.each(VALUES)('may be %s', (_name, form) => {
    expect(() => checkMessage(hex(form))).not.toThrow();
  });

  it.each(VALUES)('is noticed when it is cut, at any byte: %s', (_name, form) => {
    const whole = hex(form);
    for (let cut = 0; cut < whole.length; cut += 1) {
      expect(() => checkMessage(whole.subarray(0, cut))).toThrow(codeOf('MSGPACK_CUT_OFF'));
    }
  });

  it.each(VALUES)('is noticed when it goes on: %s', (_name, form) => {
    const longer = bytes(...hex(form), 0xc0);
    expect(() => checkMessage(longer)).toThrow(codeOf('MSGPACK_TRAILING_BYTES'));
  });

  it('may be a view into something larger', () => {
    const larger = bytes(0xc1, 0xd9, 1, 0x61, 0xc1);
    expect(() => checkMessage(larger.subarray(1, 4))).not.toThrow();
  });

  it('refuses extensions and the type that is none', () => {
    for (const type of [0xc7, 0xc8, 0xc9, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8]) {
      expect(() => checkMessage(bytes(type, 1, 1, 1, 1))).toThrow(codeOf('MSGPACK_EXTENSION'));
    }
    expect(() => checkMessage(bytes(0xc1))).toThrow(codeOf('MSGPACK_UNKNOWN_TYPE'));
  });
});

describe('limits', () => {
  const nested = (depth: number): Uint8Array => bytes(...new Array(depth).fill(0x91), 0xc0);
  const list = (count: number): Uint8Array => {
    const form = Buffer.alloc(5 + count, 0xc0);
    form[0] = 0xdd;
    form.writeUInt32BE(count, 1);
    return form;
  };

  it('reads lists nested as deep as allowed, and none deeper', () => {
    expect(() => checkMessage(nested(MSGPACK_DEPTH_LIMIT))).not.toThrow();
    const tooDeep = nested(MSGPACK_DEPTH_LIMIT + 1);
    expect(() => checkMessage(tooDeep)).toThrow(codeOf('MSGPACK_NESTED_TOO_DEEP'));
  });

  it('counts each list or map that is within another, not those beside one another', () => {
    const wide = bytes(0x9f, ...new Array(15).fill(0x81).flatMap((map) => [map, 0xc0, 0x90]));
    expect(() => checkMessage(wide)).not.toThrow();
    const maps = bytes(...new Array(MSGPACK_DEPTH_LIMIT + 1).fill([0x81, 0xc0]).flat(), 0xc0);
    expect(() => checkMessage(maps)).toThrow(codeOf('MSGPACK_NESTED_TOO_DEEP'));
  });

  it('reads as many values as allowed, and none more', () => {
    expect(() => checkMessage(list(MSGPACK_ELEMENT_LIMIT))).not.toThrow();
    const tooMany = list(MSGPACK_ELEMENT_LIMIT + 1);
    expect(() => checkMessage(tooMany)).toThrow(codeOf('MSGPACK_TOO_MANY_ELEMENTS'));
  });

  it('makes no room for what a header only claims', () => {
    const claims = bytes(0xdd, 0xff, 0xff, 0xff, 0xff, 1);
    expect(() => checkMessage(claims)).toThrow(codeOf('MSGPACK_TOO_MANY_ELEMENTS'));
    expect(() => checkMessage(bytes(0xc6, 0xff, 0xff, 0xff, 0xff, 1))).toThrow(
      codeOf('MSGPACK_CUT_OFF'),
    );
  });

  it('takes messages as large as allowed, and looks into none that is larger', () => {
    const form = Buffer.alloc(MSGPACK_MESSAGE_LIMIT + 1);
    form[0] = 0xc6;
    form.writeUInt32BE(MSGPACK_MESSAGE_LIMIT - 5, 1);
    expect(() => checkMessage(form.subarray(0, -1))).not.toThrow();
    expect(() => checkMessage(form)).toThrow(codeOf('MSGPACK_MESSAGE_TOO_LARGE'));
  });
});
