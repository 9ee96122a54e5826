/** Longest message in bytes, either way. Masters know no such limit: one could fill all memory. */
export const MSGPACK_MESSAGE_LIMIT = 64 * 1024 * 1024;
/** Deepest list or map within another. Buildbot stays below ten. */
export const MSGPACK_DEPTH_LIMIT = 256;
/**
 * Most values of a message that is read, those of inner lists and the keys of maps counted too: all of them are
 * looked at in one turn. A worker's list of names has 50,000.
 */
export const MSGPACK_ELEMENT_LIMIT = 256 * 1024;

export type MsgpackErrorCode =
  | 'MSGPACK_MESSAGE_TOO_LARGE'
  | 'MSGPACK_NESTED_TOO_DEEP'
  | 'MSGPACK_TOO_MANY_ELEMENTS'
  | 'MSGPACK_CUT_OFF'
  | 'MSGPACK_TRAILING_BYTES'
  | 'MSGPACK_EXTENSION'
  | 'MSGPACK_UNKNOWN_TYPE'
  | 'MSGPACK_CANNOT_WRITE';

/** Bytes that are no MessagePack of a master's, or a value that cannot be expressed in it. */
export class MsgpackError extends Error {
  override readonly name = 'MsgpackError';
  readonly code: MsgpackErrorCode;

  constructor(code: MsgpackErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
