import { type Expression, Float } from '../banana/expression.ts';
import { BANANA_DEPTH_LIMIT } from '../banana/limits.ts';
import { JellyError } from './jelly-error.ts';
import { BrokerValue, type JellyValue, Tuple, Utf8Text } from './jelly-value.ts';
import { word } from './words.ts';

/** How a value of the broker's crosses the wire. */
export type WireForm =
  /** An object of ours, which the peer then holds one more reference to. */
  | { readonly kind: 'remote'; readonly id: number }
  /** An object of the peer's. */
  | { readonly kind: 'local'; readonly id: number | Uint8Array }
  /** A copy of its state, of a class that the peer knows. */
  | { readonly kind: 'copy'; readonly className: string; readonly state: JellyValue };

/** The broker that knows its values' forms; each call counts as one reference more. */
export type WireFormOf = (value: BrokerValue) => WireForm;

const NONE = [word('None')];
const TRUE = [word('boolean'), word('true')];
const FALSE = [word('boolean'), word('false')];
const UNICODE = word('unicode');
const LIST = word('list');
const TUPLE = word('tuple');
const DICTIONARY = word('dictionary');
const REMOTE = word('remote');
const LOCAL = word('local');

/** A value nests less than half as deep as the lists that carry it. */
const DEPTH_LIMIT = BANANA_DEPTH_LIMIT / 2 - 8;

/**
 * A value as the expression that carries it.
 *
 * Errors: JellyError with code JELLY_TOO_DEEP, also for a value that holds itself.
 * Source: Twisted, spread/jelly.py, _Jellier.
 */
export function jelly(value: JellyValue, formOf: WireFormOf): Expression {
  return jellyAt(value, formOf, 0);
}

function jellyAt(value: JellyValue, formOf: WireFormOf, depth: number): Expression {
  if (depth > DEPTH_LIMIT) throw new JellyError('JELLY_TOO_DEEP', 'a value is nested too deep');
  if (typeof value === 'string') return [UNICODE, value];
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value === null) return NONE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (value instanceof Uint8Array || value instanceof Float) return value;
  if (value instanceof Utf8Text) return [UNICODE, value.utf8];
  const inner = (item: JellyValue): Expression => jellyAt(item, formOf, depth + 1);
  if (value instanceof Map) return jellyDictionary(value, inner);
  if (value instanceof Tuple) return [TUPLE, ...value.items.map(inner)];
  if (value instanceof BrokerValue) return jellyForm(formOf(value), inner);
  const items: Expression[] = [LIST];
  for (const item of value as readonly JellyValue[]) items.push(inner(item));
  return items;
}

function jellyForm(form: WireForm, inner: (item: JellyValue) => Expression): Expression {
  switch (form.kind) {
    case 'remote':
      return [REMOTE, form.id];
    case 'local':
      return [LOCAL, form.id];
    case 'copy':
      return [word(form.className), inner(form.state)];
  }
}

function jellyDictionary(
  dictionary: ReadonlyMap<JellyValue, JellyValue>,
  inner: (item: JellyValue) => Expression,
): Expression {
  const pairs = [...dictionary].map(([key, value]) => [inner(key), inner(value)]);
  return [DICTIONARY, ...pairs];
}
