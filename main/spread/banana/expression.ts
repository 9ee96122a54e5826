/**
 * What banana carries: byte strings, integers, floats and lists of these. Integers beyond
 * `Number.MAX_SAFE_INTEGER` are bigints; floats are wrapped, since `2` and `2.0` differ on the wire. A
 * string is only sent, and is the byte string of its UTF-8: an answer may hold a hundred thousand.
 */
export type Expression = Uint8Array | string | number | bigint | Float | readonly Expression[];

/** A number that crosses as a float, whole or not. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** As `Array.isArray`, which does not narrow to readonly lists. */
export function isList(expression: Expression | undefined): expression is readonly Expression[] {
  return Array.isArray(expression);
}
