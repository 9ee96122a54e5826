export type JellyErrorCode =
  | 'JELLY_INSECURE'
  | 'JELLY_MALFORMED'
  | 'JELLY_TOO_LARGE'
  | 'JELLY_TOO_DEEP'
  | 'JELLY_UNKNOWN_OBJECT';

/** A value that is not accepted from a peer, or cannot be sent to one. It fails a call, not the connection. */
export class JellyError extends Error {
  override readonly name = 'JellyError';
  readonly code: JellyErrorCode;

  constructor(code: JellyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
