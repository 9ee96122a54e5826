/** A method of the peer's has failed. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly code = 'PB_REMOTE_ERROR';
  /** The Python class, such as `twisted.cred.error.UnauthorizedLogin`. */
  readonly typeName: string;
  /** Its message, often empty. */
  readonly value: string;
  readonly traceback: string;
  /** The class and those it is derived from. */
  readonly parents: readonly string[];

  constructor(failure: RemoteFailure) {
    super(messageFrom(failure));
    this.typeName = failure.typeName;
    this.value = failure.value;
    this.traceback = failure.traceback;
    this.parents = failure.parents;
  }
}

function messageFrom({ typeName, value }: RemoteFailure): string {
  const known = [typeName, value].filter((text) => text !== '');
  return known.length > 0 ? known.join(': ') : 'an error without a name';
}

export interface RemoteFailure {
  readonly typeName: string;
  readonly value: string;
  readonly traceback: string;
  readonly parents: readonly string[];
}

/** Thrown by a method of ours to fail a call with a Python class of its choice. */
export class RaisedError extends Error {
  override readonly name = 'RaisedError';
  /** Such as `builtins.ValueError`. */
  readonly typeName: string;

  constructor(typeName: string, message: string) {
    super(message);
    this.typeName = typeName;
  }
}

export type BrokerErrorCode =
  | 'PB_CONNECTION_LOST'
  | 'PB_MALFORMED'
  | 'PB_VERSION'
  | 'PB_DIALECT'
  | 'PB_TOO_MANY_OBJECTS';

/**
 * The connection is of no use any more: it is lost, or the peer does not keep to the protocol. With
 * PB_TOO_MANY_OBJECTS only what was to be sent is not.
 */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  readonly code: BrokerErrorCode;

  constructor(code: BrokerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
