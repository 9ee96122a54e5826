/**
 * What can be sent to a master, and what a master can send.
 *
 * Shape: text is a string, bytes a Uint8Array (a Python `bytes`), a list an array, a dictionary a Map,
 *        None null. Whole numbers are integers and all others floats; Float makes a whole number a
 *        float. Incoming integers that a double cannot hold are bigints, and incoming floats numbers.
 */
export type MsgpackValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Utf8Text
  | Encoded
  | Float
  | readonly MsgpackValue[]
  | ReadonlyMap<MsgpackValue, MsgpackValue>;

/** A number that a Python reader gets as a float even when it is whole. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A value whose bytes are MessagePack already; only sent. */
export class Encoded {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Text that is UTF-8 already; only sent, incoming text is a string. */
export class Utf8Text {
  readonly utf8: Uint8Array;

  constructor(utf8: Uint8Array) {
    this.utf8 = utf8;
  }
}
