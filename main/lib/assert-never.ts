/** Closes a `switch` over a union: the compiler objects when a member is left out. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
}
