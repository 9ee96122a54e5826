import type { Expression } from '../banana/expression.ts';
import { Float } from '../banana/expression.ts';
import { BANANA_DEPTH_LIMIT } from '../banana/limits.ts';
import { COPYABLE_FAILURE, CopyableFailure } from '../broker/failure.ts';
import { Referenceable } from '../broker/referenceable.ts';
import { RemoteReference } from '../broker/remote-reference.ts';
import { JellyError } from './jelly-error.ts';
import { type JellyValue, Tuple, Utf8Text } from './jelly-value.ts';
import { word } from './words.ts';

/** How a broker names objects to its peer. */
export interface ObjectNames {
  /** The id of an object of ours; each call counts one more reference held by the peer. */
  offer(object: Referenceable): number;
  /** The id of an object of the peer's. */
  idOf(reference: RemoteReference): number | Uint8Array;
}

const NONE = [word('None')];
const TRUE = [word('boolean'), word('true')];
const FALSE = [word('boolean'), word('false')];
const UNICODE = word('unicode');
const LIST = word('list');
const TUPLE = word('tuple');
const DICTIONARY = word('dictionary');
const REMOTE = word('remote');
const LOCAL = word('local');
const FAILURE = word(COPYABLE_FAILURE);

/** A value nests less than half as deep as the lists that carry it. */
const DEPTH_LIMIT = BANANA_DEPTH_LIMIT / 2 - 8;

/**
 * A value as the expression that carries it.
 *
 * Errors: JellyError with code JELLY_TOO_DEEP, also for a value that holds itself.
 * Source: Twisted, spread/jelly.py, _Jellier.
 */
export function jelly(value: JellyValue, names: ObjectNames): Expression {
  return jellyAt(value, names, 0);
}

function jellyAt(value: JellyValue, names: ObjectNames, depth: number): Expression {
  if (depth > DEPTH_LIMIT) throw new JellyError('JELLY_TOO_DEEP', 'a value is nested too deep');
  if (typeof value === 'string') return [UNICODE, Buffer.from(value, 'utf8')];
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value === null) return NONE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (value instanceof Uint8Array || value instanceof Float) return value;
  if (value instanceof Utf8Text) return [UNICODE, value.utf8];
  const inner = (item: JellyValue): Expression => jellyAt(item, names, depth + 1);
  if (value instanceof Map) return jellyDictionary(value, inner);
  if (value instanceof Tuple) return [TUPLE, ...value.items.map(inner)];
  if (value instanceof Referenceable) return [REMOTE, names.offer(value)];
  if (value instanceof RemoteReference) return [LOCAL, names.idOf(value)];
  if (value instanceof CopyableFailure) return [FAILURE, inner(value.state())];
  return [LIST, ...(value as readonly JellyValue[]).map(inner)];
}

function jellyDictionary(
  dictionary: ReadonlyMap<JellyValue, JellyValue>,
  inner: (item: JellyValue) => Expression,
): Expression {
  const pairs = [...dictionary].map(([key, value]) => [inner(key), inner(value)]);
  return [DICTIONARY, ...pairs];
}
