import {
  MSGPACK_DEPTH_LIMIT,
  MSGPACK_ELEMENT_LIMIT,
  MSGPACK_MESSAGE_LIMIT,
  MsgpackError,
} from './limits.ts';

/**
 * Makes sure that bytes are exactly one value of plain MessagePack, within the limits, before anything
 * is built from them: the library would make room for as many elements as a header claims, and objects
 * of extension types that no master sends.
 *
 * Errors: MsgpackError with a code for each limit, and MSGPACK_CUT_OFF, MSGPACK_TRAILING_BYTES,
 *         MSGPACK_EXTENSION, MSGPACK_UNKNOWN_TYPE.
 * Source: the MessagePack specification, "Formats".
 */
export function checkMessage(bytes: Uint8Array): void {
  if (bytes.length > MSGPACK_MESSAGE_LIMIT) {
    throw new MsgpackError('MSGPACK_MESSAGE_TOO_LARGE', `a message of ${bytes.length} bytes`);
  }
  new Walk(bytes).run();
}

/** What a type byte announces: bytes to skip, and values that follow. */
interface Announced {
  readonly headBytes: number;
  readonly bodyBytes: number;
  readonly values: number;
}

class Walk {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** How many values each open list or map still lacks, the outermost first. */
  readonly #open: number[] = [1];
  #at = 0;
  #elements = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  run(): void {
    for (;;) {
      const lacking = this.#open.pop();
      if (lacking === undefined) break;
      if (lacking === 0) continue;
      this.#open.push(lacking - 1);
      this.#readValue();
    }
    const rest = this.#bytes.length - this.#at;
    if (rest > 0) {
      throw new MsgpackError('MSGPACK_TRAILING_BYTES', `${rest} bytes after the message`);
    }
  }

  #readValue(): void {
    const { headBytes, bodyBytes, values } = this.#announced(this.#need(this.#at, 1));
    this.#need(this.#at + headBytes, bodyBytes);
    this.#at += headBytes + bodyBytes;
    this.#count(values);
    if (values === 0) return;
    if (this.#open.length > MSGPACK_DEPTH_LIMIT) {
      const text = `lists nested more than ${MSGPACK_DEPTH_LIMIT} deep`;
      throw new MsgpackError('MSGPACK_NESTED_TOO_DEEP', text);
    }
    this.#open.push(values);
  }

  #count(values: number): void {
    this.#elements += values;
    if (this.#elements <= MSGPACK_ELEMENT_LIMIT) return;
    const text = `more than ${MSGPACK_ELEMENT_LIMIT} values in a message`;
    throw new MsgpackError('MSGPACK_TOO_MANY_ELEMENTS', text);
  }

  /** The byte at `at`, once `count` bytes from there are known to be there. */
  #need(at: number, count: number): number {
    if (at + count > this.#bytes.length) {
      throw new MsgpackError('MSGPACK_CUT_OFF', 'the message ends in the middle of a value');
    }
    return this.#bytes[at] ?? 0;
  }

  #announced(type: number): Announced {
    if (type <= 0x7f || type >= 0xe0) return plain(0);
    if (type <= 0x8f) return following(1, (type & 0x0f) * 2);
    if (type <= 0x9f) return following(1, type & 0x0f);
    if (type <= 0xbf) return plain(type & 0x1f);
    switch (type) {
      case 0xc0:
      case 0xc2:
      case 0xc3:
        return plain(0);
      case 0xc4:
      case 0xd9:
        return { headBytes: 2, bodyBytes: this.#length(1), values: 0 };
      case 0xc5:
      case 0xda:
        return { headBytes: 3, bodyBytes: this.#length(2), values: 0 };
      case 0xc6:
      case 0xdb:
        return { headBytes: 5, bodyBytes: this.#length(4), values: 0 };
      case 0xcc:
      case 0xd0:
        return plain(1);
      case 0xcd:
      case 0xd1:
        return plain(2);
      case 0xca:
      case 0xce:
      case 0xd2:
        return plain(4);
      case 0xcb:
      case 0xcf:
      case 0xd3:
        return plain(8);
      case 0xdc:
        return following(3, this.#length(2));
      case 0xdd:
        return following(5, this.#length(4));
      case 0xde:
        return following(3, this.#length(2) * 2);
      case 0xdf:
        return following(5, this.#length(4) * 2);
      case 0xc1:
        throw new MsgpackError('MSGPACK_UNKNOWN_TYPE', 'a value of type 0xc1, which is none');
      default:
        throw new MsgpackError('MSGPACK_EXTENSION', `a value of extension type 0x${hex(type)}`);
    }
  }

  /** The number of `size` bytes after the type byte. */
  #length(size: 1 | 2 | 4): number {
    this.#need(this.#at + 1, size);
    if (size === 1) return this.#view.getUint8(this.#at + 1);
    return size === 2 ? this.#view.getUint16(this.#at + 1) : this.#view.getUint32(this.#at + 1);
  }
}

function plain(bodyBytes: number): Announced {
  return { headBytes: 1, bodyBytes, values: 0 };
}

function following(headBytes: number, values: number): Announced {
  return { headBytes, bodyBytes: 0, values };
}

function hex(value: number): string {
  return value.toString(16);
}
