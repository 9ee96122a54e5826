import { type Expression, Float } from './expression.ts';
import {
  BANANA_DEPTH_LIMIT,
  BANANA_ELEMENT_LIMIT,
  BANANA_MESSAGE_LIMIT,
  BANANA_PREFIX_LIMIT,
  BANANA_SIZE_LIMIT,
  BananaError,
} from './limits.ts';
import { FLOAT, INT, LIST, LONGINT, LONGNEG, NEG, STRING, VOCAB } from './tokens.ts';
import { wordOf } from './vocabulary.ts';

/** Strings as long as this stay where they arrived: copying blocks of files costs more than that. */
const VIEWED_BYTES = 8 * 1024;

/** Digits of seven bits that fit a double without loss. */
const SAFE_DIGITS = 7;

/**
 * Reads banana from a stream that may be cut anywhere.
 *
 * Shape:  one entry per complete top-level expression, in arrival order; byte strings, and words of the
 *         vocabulary, are Uint8Arrays of their own memory, long ones views of the chunk that held them
 *         whole. Words are read in either dialect.
 * Units:  the limits of limits.ts.
 * Errors: BananaError, with a code for each limit and BANANA_UNKNOWN_TOKEN, BANANA_UNKNOWN_WORD. After an
 *         error the decoder is spent: drop the connection.
 * Source: Twisted, spread/banana.py, Banana.dataReceived.
 */
export class BananaDecoder {
  readonly #elementLimit: number;
  /** Lists that have begun and still lack elements, the outermost first. */
  readonly #open: OpenList[] = [];
  /** The bytes of a prefix, or of a float's body, that was cut. */
  #rest: Uint8Array = new Uint8Array(0);
  /** A string that was cut. */
  #string: { readonly bytes: Uint8Array; filled: number } | undefined;
  #completed: Expression[] = [];
  #messageBytes = 0;
  #messageElements = 0;

  constructor(elementLimit = BANANA_ELEMENT_LIMIT) {
    this.#elementLimit = elementLimit;
  }

  /** Adds a chunk, which must not be changed afterwards; returns what it completed, often nothing. */
  push(chunk: Uint8Array): readonly Expression[] {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = joined(this.#rest, chunk);
      this.#rest = new Uint8Array(0);
    }
    let position = this.#continueString(bytes);
    while (position < bytes.length) {
      const next = this.#readToken(bytes, position);
      if (next === undefined) {
        this.#rest = new Uint8Array(bytes.subarray(position));
        break;
      }
      position = next;
    }
    const completed = this.#completed;
    if (completed.length > 0) this.#completed = [];
    return completed;
  }

  /** Reads what is at `start`; returns where the next token begins, undefined when it was cut. */
  #readToken(bytes: Uint8Array, start: number): number | undefined {
    let typeAt = start;
    while (typeAt < bytes.length && (bytes[typeAt] ?? 0) < 0x80) {
      typeAt += 1;
      if (typeAt - start > BANANA_PREFIX_LIMIT) {
        throw new BananaError(
          'BANANA_PREFIX_TOO_LONG',
          `a prefix of more than ${BANANA_PREFIX_LIMIT} bytes`,
        );
      }
    }
    if (typeAt === bytes.length) return undefined;
    const bodyAt = typeAt + 1;
    const type = bytes[typeAt];
    if (type === FLOAT && bytes.length - bodyAt < 8) return undefined;
    this.#count(bodyAt - start);
    switch (type) {
      case LIST:
        this.#openList(
          sizeFrom(bytes, start, typeAt, 'BANANA_LIST_TOO_LONG', 'elements in a list'),
        );
        return bodyAt;
      case INT:
      case LONGINT:
        this.#add(integerFrom(bytes, start, typeAt));
        return bodyAt;
      case NEG:
      case LONGNEG:
        this.#add(negated(integerFrom(bytes, start, typeAt)));
        return bodyAt;
      case STRING:
        return this.#readString(
          bytes,
          bodyAt,
          sizeFrom(bytes, start, typeAt, 'BANANA_STRING_TOO_LONG', 'bytes in a string'),
        );
      case FLOAT:
        this.#count(8);
        this.#add(
          new Float(new DataView(bytes.buffer, bytes.byteOffset + bodyAt, 8).getFloat64(0)),
        );
        return bodyAt + 8;
      case VOCAB:
        this.#add(wordFrom(integerFrom(bytes, start, typeAt)));
        return bodyAt;
      default:
        throw new BananaError('BANANA_UNKNOWN_TOKEN', `the type byte 0x${type?.toString(16)}`);
    }
  }

  #readString(bytes: Uint8Array, start: number, length: number): number {
    this.#count(length);
    const end = start + length;
    if (end <= bytes.length) {
      const found = bytes.subarray(start, end);
      this.#add(length < VIEWED_BYTES ? new Uint8Array(found) : found);
      return end;
    }
    this.#string = { bytes: new Uint8Array(length), filled: 0 };
    return start + this.#continueString(bytes.subarray(start));
  }

  /** Fills a string that was cut; returns how many bytes it took. */
  #continueString(bytes: Uint8Array): number {
    const string = this.#string;
    if (!string) return 0;
    const part = bytes.subarray(0, string.bytes.length - string.filled);
    string.bytes.set(part, string.filled);
    string.filled += part.length;
    if (string.filled === string.bytes.length) {
      this.#string = undefined;
      this.#add(string.bytes);
    }
    return part.length;
  }

  #openList(length: number): void {
    if (this.#open.length === BANANA_DEPTH_LIMIT) {
      throw new BananaError(
        'BANANA_NESTED_TOO_DEEP',
        `more than ${BANANA_DEPTH_LIMIT} nested lists`,
      );
    }
    this.#messageElements += 1;
    if (length === 0) this.#add([]);
    else this.#open.push({ items: [], length });
  }

  /** Adds a complete element to the innermost list, and each list that this completes to its own. */
  #add(element: Expression): void {
    let complete = element;
    this.#messageElements += 1;
    if (this.#messageElements > this.#elementLimit) {
      throw new BananaError(
        'BANANA_MESSAGE_TOO_LARGE',
        `more than ${this.#elementLimit} elements in a message`,
      );
    }
    for (;;) {
      const list = this.#open.at(-1);
      if (!list) {
        this.#completed.push(complete);
        this.#messageBytes = 0;
        this.#messageElements = 0;
        return;
      }
      list.items.push(complete);
      if (list.items.length < list.length) return;
      this.#open.pop();
      complete = list.items;
    }
  }

  #count(bytes: number): void {
    this.#messageBytes += bytes;
    if (this.#messageBytes > BANANA_MESSAGE_LIMIT) {
      throw new BananaError(
        'BANANA_MESSAGE_TOO_LARGE',
        `more than ${BANANA_MESSAGE_LIMIT} bytes in a message`,
      );
    }
  }
}

interface OpenList {
  readonly items: Expression[];
  readonly length: number;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function sizeFrom(
  bytes: Uint8Array,
  start: number,
  end: number,
  code: 'BANANA_LIST_TOO_LONG' | 'BANANA_STRING_TOO_LONG',
  what: string,
): number {
  const size = integerFrom(bytes, start, end);
  if (size > BANANA_SIZE_LIMIT) {
    throw new BananaError(code, `${size} ${what}, where ${BANANA_SIZE_LIMIT} are allowed`);
  }
  return Number(size);
}

/** Digits of seven bits, the least significant first; none are zero. */
function integerFrom(bytes: Uint8Array, start: number, end: number): number | bigint {
  if (end - start > SAFE_DIGITS) return longIntegerFrom(bytes, start, end);
  let value = 0;
  for (let at = end - 1; at >= start; at -= 1) value = value * 128 + (bytes[at] ?? 0);
  return value;
}

function longIntegerFrom(bytes: Uint8Array, start: number, end: number): number | bigint {
  let value = 0n;
  for (let at = end - 1; at >= start; at -= 1) value = (value << 7n) | BigInt(bytes[at] ?? 0);
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** Without a negative zero. */
function negated(value: number | bigint): number | bigint {
  return typeof value === 'bigint' ? -value : 0 - value;
}

function wordFrom(index: number | bigint): Uint8Array {
  const word = wordOf(Number(index));
  if (!word) throw new BananaError('BANANA_UNKNOWN_WORD', `word ${index} of the vocabulary`);
  return word;
}
