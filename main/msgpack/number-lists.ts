import { Buffer } from 'node:buffer';
import { Encoded } from './msgpack-value.ts';

/**
 * Long lists of numbers, written at once: a flood of short lines brings two numbers with each, and the
 * library looks at every one again.
 */

const LIST_HEAD_BYTES = 5;

/** A list of integers from 0 to 2^32 - 1. */
export function encodedIntegers(values: readonly number[]): Encoded {
  const bytes = listOf(values.length, 5);
  let at = LIST_HEAD_BYTES;
  for (const value of values) {
    if (value < 0x80) {
      bytes[at] = value;
      at += 1;
    } else if (value <= 0xffff) {
      bytes[at] = 0xcd;
      bytes[at + 1] = value >>> 8;
      bytes[at + 2] = value & 0xff;
      at += 3;
    } else {
      bytes[at] = 0xce;
      at = bytes.writeUInt32BE(value, at + 1);
    }
  }
  return new Encoded(bytes.subarray(0, at));
}

/** A list of floats, those that are whole included. */
export function encodedFloats(values: readonly number[]): Encoded {
  const bytes = listOf(values.length, 9);
  let at = LIST_HEAD_BYTES;
  for (const value of values) {
    bytes[at] = 0xcb;
    at = bytes.writeDoubleBE(value, at + 1);
  }
  return new Encoded(bytes);
}

function listOf(count: number, mostBytesEach: number): Buffer {
  const bytes = Buffer.allocUnsafe(LIST_HEAD_BYTES + count * mostBytesEach);
  bytes[0] = 0xdd;
  bytes.writeUInt32BE(count, 1);
  return bytes;
}
