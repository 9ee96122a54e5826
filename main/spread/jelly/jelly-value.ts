import { Float } from '../banana/expression.ts';

export { Float };

/**
 * What can be sent to a peer, and what a peer can send.
 *
 * Shape: text is a string, bytes a Uint8Array, a Python list an array, a tuple a Tuple, a dictionary a
 *        Map, None null. Whole numbers are integers and all others floats; Float makes a whole number
 *        a float. Incoming integers that a double cannot hold are bigints, and incoming floats numbers.
 */
export type JellyValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Utf8Text
  | Float
  | Tuple
  | BrokerValue
  | readonly JellyValue[]
  | ReadonlyMap<JellyValue, JellyValue>;

/**
 * A value whose form on the wire only a broker knows: an object that may be called from the other side,
 * or a failure.
 */
export abstract class BrokerValue {
  /** Without a member of its own every object would pass for one. */
  declare protected readonly brand: 'broker-value';
}

/** A Python tuple. */
export class Tuple {
  readonly items: readonly JellyValue[];

  constructor(items: readonly JellyValue[]) {
    this.items = items;
  }
}

/** Text that is UTF-8 already; only sent, incoming text is a string. */
export class Utf8Text {
  readonly utf8: Uint8Array;

  constructor(utf8: Uint8Array) {
    this.utf8 = utf8;
  }
}
