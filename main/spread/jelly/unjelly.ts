import { sameBytes } from '../../lib/same-bytes.ts';
import { type Expression, Float, isList } from '../banana/expression.ts';
import { BANANA_ELEMENT_LIMIT } from '../banana/limits.ts';
import { JellyError } from './jelly-error.ts';
import { type BrokerValue, type JellyValue, Tuple } from './jelly-value.ts';
import { textFrom, word, wordFrom } from './words.ts';

const UNICODE = word('unicode');

/** How a broker makes its values of what a peer sends. */
export interface ValueSource {
  /** An object of the peer's, with one reference to release. */
  receive(id: number): BrokerValue;
  /** An object of ours that the peer hands back; undefined when it holds none of that id. */
  find(id: number | string): BrokerValue | undefined;
  /** Makes a copy from its state; undefined for a class that is not accepted. */
  copierOf(className: string): ((state: JellyValue) => BrokerValue) | undefined;
}

/**
 * The value that an expression carries. Only the kinds of JellyValue are accepted: never a class, a
 * module, or an instance of the peer's choosing.
 *
 * Errors: JellyError with code JELLY_INSECURE for kinds that are not accepted, JELLY_MALFORMED,
 *         JELLY_UNKNOWN_OBJECT, and JELLY_TOO_LARGE for values that repeat themselves without end.
 * Source: Twisted, spread/jelly.py, _Unjellier.
 */
export function unjelly(
  expression: Expression,
  objects: ValueSource,
  valueLimit = BANANA_ELEMENT_LIMIT,
): JellyValue {
  return new Unjellier(objects, valueLimit).unjelly(expression);
}

/** A value that occurs more than once in a message, with the number of values in it. */
interface SharedValue {
  readonly value: JellyValue;
  readonly count: number;
}

class Unjellier {
  readonly #objects: ValueSource;
  readonly #valueLimit: number;
  readonly #shared = new Map<number, SharedValue | 'unfinished'>();
  /** Values so far, counted again each time that one is used. */
  #count = 0;

  constructor(objects: ValueSource, valueLimit: number) {
    this.#objects = objects;
    this.#valueLimit = valueLimit;
  }

  unjelly(expression: Expression): JellyValue {
    this.#add(1);
    if (expression instanceof Float) return expression.value;
    if (!isList(expression)) return expression;
    // By far the most of what masters send, and a call with many words has tens of thousands.
    const [head, only] = expression;
    if (expression.length === 2 && only instanceof Uint8Array && isUnicodeWord(head))
      return textFrom(only, 'utf8');
    const kind = wordFrom(head);
    const rest = expression.slice(1);
    switch (kind) {
      case 'unicode':
        return textFrom(bytesAt(rest, kind), 'utf8');
      case 'None':
        return null;
      case 'boolean':
        return wordFrom(rest[0]) === 'true';
      case 'list':
        return rest.map((item) => this.unjelly(item));
      case 'tuple':
        return new Tuple(rest.map((item) => this.unjelly(item)));
      case 'dictionary':
        return new Map(rest.map((pair) => this.#pairFrom(pair)));
      case 'reference':
        return this.#share(idAt(rest, kind), rest[1]);
      case 'dereference':
        return this.#reuse(idAt(rest, kind));
      case 'remote':
        return this.#objects.receive(idAt(rest, kind));
      case 'local':
        return this.#findLocal(rest[0]);
      default:
        return this.#copy(kind, rest);
    }
  }

  #copy(kind: string | undefined, rest: readonly Expression[]): JellyValue {
    const copy = kind === undefined ? undefined : this.#objects.copierOf(kind);
    if (kind === undefined || !copy) {
      throw new JellyError('JELLY_INSECURE', `a value of the kind ${shownKind(kind)}`);
    }
    return copy(this.unjelly(elementAt(rest, 0, kind)));
  }

  #pairFrom(pair: Expression): [JellyValue, JellyValue] {
    if (!isList(pair) || pair.length !== 2) {
      throw new JellyError('JELLY_MALFORMED', 'a dictionary entry that is not a pair');
    }
    return [
      this.unjelly(elementAt(pair, 0, 'dictionary')),
      this.unjelly(elementAt(pair, 1, 'dictionary')),
    ];
  }

  #share(id: number, expression: Expression | undefined): JellyValue {
    if (expression === undefined) throw new JellyError('JELLY_MALFORMED', 'a reference to nothing');
    this.#shared.set(id, 'unfinished');
    const before = this.#count;
    const value = this.unjelly(expression);
    this.#shared.set(id, { value, count: this.#count - before });
    return value;
  }

  #reuse(id: number): JellyValue {
    const shared = this.#shared.get(id);
    if (shared === undefined || shared === 'unfinished') {
      throw new JellyError('JELLY_MALFORMED', 'a value that is repeated before it is complete');
    }
    this.#add(shared.count);
    return shared.value;
  }

  #findLocal(id: Expression | undefined): BrokerValue {
    const key = typeof id === 'number' ? id : wordFrom(id);
    const object = key === undefined ? undefined : this.#objects.find(key);
    if (!object)
      throw new JellyError('JELLY_UNKNOWN_OBJECT', `no object ${String(key)} was offered`);
    return object;
  }

  #add(values: number): void {
    this.#count += values;
    if (this.#count > this.#valueLimit) {
      throw new JellyError('JELLY_TOO_LARGE', `more than ${this.#valueLimit} values`);
    }
  }
}

function elementAt(list: readonly Expression[], index: number, kind: string): Expression {
  const element = list[index];
  if (element === undefined) throw new JellyError('JELLY_MALFORMED', `an incomplete ${kind}`);
  return element;
}

function isUnicodeWord(head: Expression | undefined): boolean {
  return head instanceof Uint8Array && sameBytes(head, UNICODE);
}

function bytesAt(rest: readonly Expression[], kind: string): Uint8Array {
  const element = elementAt(rest, 0, kind);
  if (element instanceof Uint8Array) return element;
  throw new JellyError('JELLY_MALFORMED', `${kind} without bytes`);
}

function idAt(rest: readonly Expression[], kind: string): number {
  const element = elementAt(rest, 0, kind);
  if (typeof element === 'number') return element;
  throw new JellyError('JELLY_MALFORMED', `${kind} without a number`);
}

function shownKind(kind: string | undefined): string {
  return kind === undefined ? 'nothing' : JSON.stringify(kind.slice(0, 80));
}
