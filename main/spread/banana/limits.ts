/** Longest string, in bytes, and longest list, in elements, that a peer accepts. */
export const BANANA_SIZE_LIMIT = 640 * 1024;
/** Longest prefix in bytes, seven bits each. */
export const BANANA_PREFIX_LIMIT = 64;
/** Deepest list within a list. Twisted knows no such limit; Buildbot stays below twenty. */
export const BANANA_DEPTH_LIMIT = 256;
/** Longest message in bytes. Twisted knows no such limit: a peer could fill all memory. */
export const BANANA_MESSAGE_LIMIT = 64 * 1024 * 1024;
/**
 * Most elements of a message, those of inner lists counted too, that are read from a master: all of them are
 * looked at in one turn. A list of 10,000 builders has 80,000, the largest environment of a command 140,000.
 */
export const BANANA_ELEMENT_LIMIT = 160 * 1024;
/** From a worker, whose lists of names are longer. */
export const BANANA_ELEMENT_LIMIT_OF_WORKERS = 1024 * 1024;

export type BananaErrorCode =
  | 'BANANA_PREFIX_TOO_LONG'
  | 'BANANA_LIST_TOO_LONG'
  | 'BANANA_STRING_TOO_LONG'
  | 'BANANA_INTEGER_TOO_LONG'
  | 'BANANA_NESTED_TOO_DEEP'
  | 'BANANA_MESSAGE_TOO_LARGE'
  | 'BANANA_UNKNOWN_TOKEN'
  | 'BANANA_UNKNOWN_WORD';

/** Bytes that are no banana, or a value that no peer would accept as banana. */
export class BananaError extends Error {
  override readonly name = 'BananaError';
  readonly code: BananaErrorCode;

  constructor(code: BananaErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
