import { type Expression, Float } from './expression.ts';
import { BANANA_PREFIX_LIMIT, BANANA_SIZE_LIMIT, BananaError } from './limits.ts';
import {
  FLOAT,
  INT,
  INT_MAX,
  LIST,
  LONGINT,
  LONGNEG,
  NEG,
  NEG_MIN,
  STRING,
  VOCAB,
} from './tokens.ts';
import { indexOf, mayBeWord } from './vocabulary.ts';

/** Small tokens are gathered in pieces of this size. */
const SLAB_BYTES = 16 * 1024;
/** Longer strings are handed on as they are: copying would cost more than another chunk. */
const COPIED_BYTES = 2048;
/** Names, paths and words of a command are seldom longer. */
const SHORT_TEXT = 256;
/** Of a prefix of 32 bits and its type. */
const TOKEN_BYTES = 6;

/**
 * Writes expressions as banana in dialect `pb`.
 *
 * Shape:  chunks to write in order. A long byte string of the expression is one of them, not a copy:
 *         do not change it before it has been written.
 * Errors: BananaError with code BANANA_STRING_TOO_LONG, BANANA_LIST_TOO_LONG or BANANA_INTEGER_TOO_LONG
 *         for what a peer would drop the connection for; nothing has been sent then.
 * Source: Twisted, spread/banana.py, Banana._encode.
 */
export class BananaEncoder {
  /** Filled from the front; what was given out is never written again. */
  #slab = new Uint8Array(0);
  #start = 0;
  #end = 0;
  #chunks: Uint8Array[] = [];

  encode(expression: Expression): readonly Uint8Array[] {
    this.#chunks = [];
    this.#start = this.#end;
    this.#write(expression);
    this.#closeChunk();
    return this.#chunks;
  }

  #write(expression: Expression): void {
    if (typeof expression === 'string') this.#writeText(expression);
    else if (expression instanceof Uint8Array) this.#writeString(expression);
    else if (typeof expression === 'number') this.#writeNumber(expression);
    else if (typeof expression === 'bigint') this.#writeBigint(expression);
    else if (expression instanceof Float) this.#writeFloat(expression.value);
    else this.#writeList(expression);
  }

  #writeList(list: readonly Expression[]): void {
    if (list.length > BANANA_SIZE_LIMIT) {
      throw new BananaError(
        'BANANA_LIST_TOO_LONG',
        `a list of ${list.length} elements, where ${BANANA_SIZE_LIMIT} are allowed`,
      );
    }
    this.#writeToken(list.length, LIST);
    for (const element of list) this.#write(element);
  }

  #writeText(text: string): void {
    if (!this.#writeShortAscii(text)) this.#writeString(Buffer.from(text));
  }

  /** Without a byte string for each: a list may hold a hundred thousand names. */
  #writeShortAscii(text: string): boolean {
    if (text.length > SHORT_TEXT || mayBeWord(text.length, text.charCodeAt(0))) return false;
    this.#reserve(TOKEN_BYTES + text.length);
    const start = this.#end;
    this.#writeToken(text.length, STRING);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        this.#end = start;
        return false;
      }
      this.#slab[this.#end++] = code;
    }
    return true;
  }

  #writeString(bytes: Uint8Array): void {
    if (bytes.length > BANANA_SIZE_LIMIT) {
      throw new BananaError(
        'BANANA_STRING_TOO_LONG',
        `a string of ${bytes.length} bytes, where ${BANANA_SIZE_LIMIT} are allowed`,
      );
    }
    const index = indexOf(bytes);
    if (index !== undefined) {
      this.#writeToken(index, VOCAB);
      return;
    }
    this.#writeToken(bytes.length, STRING);
    if (bytes.length > COPIED_BYTES) {
      this.#closeChunk();
      this.#chunks.push(bytes);
      return;
    }
    this.#reserve(bytes.length);
    this.#slab.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  #writeNumber(value: number): void {
    if (!Number.isInteger(value)) this.#writeFloat(value);
    else if (value < NEG_MIN || value > INT_MAX) this.#writeBigint(BigInt(value));
    else if (value < 0) this.#writeToken(-value, NEG);
    else this.#writeToken(value, INT);
  }

  #writeBigint(value: bigint): void {
    if (value >= NEG_MIN && value <= INT_MAX) {
      this.#writeNumber(Number(value));
      return;
    }
    const digits: number[] = [];
    for (let left = value < 0n ? -value : value; left > 0n; left >>= 7n) {
      digits.push(Number(left & 0x7fn));
    }
    if (digits.length > BANANA_PREFIX_LIMIT) {
      throw new BananaError(
        'BANANA_INTEGER_TOO_LONG',
        `an integer of more than ${BANANA_PREFIX_LIMIT * 7} bits`,
      );
    }
    this.#reserve(digits.length + 1);
    for (const digit of digits) this.#slab[this.#end++] = digit;
    this.#slab[this.#end++] = value < 0n ? LONGNEG : LONGINT;
  }

  #writeFloat(value: number): void {
    this.#reserve(9);
    this.#slab[this.#end] = FLOAT;
    new DataView(this.#slab.buffer, this.#slab.byteOffset).setFloat64(this.#end + 1, value);
    this.#end += 9;
  }

  /** A prefix of at most 32 bits and its type. */
  #writeToken(prefix: number, type: number): void {
    this.#reserve(TOKEN_BYTES);
    let left = prefix;
    do {
      this.#slab[this.#end++] = left & 0x7f;
      left >>>= 7;
    } while (left > 0);
    this.#slab[this.#end++] = type;
  }

  #reserve(bytes: number): void {
    if (this.#slab.length - this.#end >= bytes) return;
    this.#closeChunk();
    this.#slab = new Uint8Array(Math.max(SLAB_BYTES, bytes));
    this.#start = 0;
    this.#end = 0;
  }

  #closeChunk(): void {
    if (this.#end > this.#start) this.#chunks.push(this.#slab.subarray(this.#start, this.#end));
    this.#start = this.#end;
  }
}
