import { JellyError } from '../jelly/jelly-error.ts';
import { BrokerValue, type JellyValue } from '../jelly/jelly-value.ts';
import { RaisedError, RemoteError, type RemoteFailure } from './errors.ts';

/** The class by which a failure crosses the wire. */
export const COPYABLE_FAILURE = 'twisted.spread.pb.CopyableFailure';

/** Python's name for errors that have no better one. */
const GENERIC_TYPE = 'builtins.RuntimeError';

/**
 * A failure as a value.
 *
 * Source: Twisted, spread/pb.py, CopyableFailure and CopiedFailure.
 */
export class CopyableFailure extends BrokerValue implements RemoteFailure {
  readonly typeName: string;
  readonly value: string;
  readonly traceback: string;
  readonly parents: readonly string[];

  private constructor(failure: RemoteFailure) {
    super();
    this.typeName = failure.typeName;
    this.value = failure.value;
    this.traceback = failure.traceback;
    this.parents = failure.parents;
  }

  /** The failure of whatever was thrown. Our own stack stays here: the peer has no use for it. */
  static from(error: unknown): CopyableFailure {
    const typeName = typeNameOf(error);
    const value = error instanceof Error ? error.message : String(error);
    return new CopyableFailure({
      typeName,
      value,
      // Masters print this instead of the value.
      traceback: `${typeName}: ${value}\n`,
      parents: [typeName, 'builtins.Exception', 'builtins.BaseException', 'builtins.object'],
    });
  }

  /** The failure of a dictionary, whose texts older peers send as bytes. Absent entries are empty. */
  static fromState(state: JellyValue): CopyableFailure {
    if (!(state instanceof Map)) {
      throw new JellyError('JELLY_MALFORMED', 'a failure without a dictionary');
    }
    const entries = new Map([...state].map(([key, value]) => [textOf(key), value]));
    const parents = entries.get('parents');
    return new CopyableFailure({
      typeName: textOf(entries.get('type')),
      value: textOf(entries.get('value')),
      traceback: textOf(entries.get('traceback')),
      parents: Array.isArray(parents) ? parents.map(textOf) : [],
    });
  }

  /** What a Twisted peer expects, entry by entry. */
  state(): JellyValue {
    return new Map<JellyValue, JellyValue>([
      ['count', 0],
      ['type', Buffer.from(this.typeName, 'utf8')],
      ['value', this.value],
      ['captureVars', false],
      ['frames', []],
      ['stack', []],
      ['tb', null],
      ['parents', this.parents],
      ['unsafeTracebacks', false],
      ['traceback', this.traceback],
    ]);
  }
}

function typeNameOf(error: unknown): string {
  if (error instanceof RaisedError || error instanceof RemoteError) return error.typeName;
  return error instanceof JellyError ? 'twisted.spread.jelly.InsecureJelly' : GENERIC_TYPE;
}

/** Text of a value that may be bytes; empty for everything else. */
export function textOf(value: JellyValue | undefined): string {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '';
}
