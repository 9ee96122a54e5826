import { readFileSync } from 'node:fs';
import { type Expression, Float } from '../../main/spread/banana/expression.ts';

/** What was recorded; see test/fixtures/wire/README.md. */
interface Recorded {
  readonly bytes: Uint8Array;
  /** As Twisted reads the bytes. */
  readonly value: Expression;
}

export interface RecordedValue extends Recorded {
  readonly name: string;
}

export interface RecordedMessage extends Recorded {
  readonly from: 'master' | 'worker';
}

export function recordedValues(): readonly RecordedValue[] {
  return read('values.json').map((entry) => ({ ...recordedFrom(entry), name: entry.name ?? '' }));
}

/** Every message of the session, both ways, in order. */
export function recordedSession(): readonly RecordedMessage[] {
  return read('session.json').map((entry) => ({
    ...recordedFrom(entry),
    from: entry.from === 'master' ? 'master' : 'worker',
  }));
}

/** Banana's values in JSON, as record.py writes them. */
type JsonValue = string | number | readonly JsonValue[] | JsonObject;
type JsonObject =
  | { readonly hex: string }
  | { readonly float: number }
  | { readonly integer: string };

interface Entry {
  readonly name?: string;
  readonly from?: string;
  readonly bytes: string;
  readonly value: JsonValue;
}

function read(name: string): readonly Entry[] {
  const url = new URL(`../fixtures/wire/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as readonly Entry[];
}

function recordedFrom({ bytes, value }: Entry): Recorded {
  return { bytes: bytesFrom(bytes, 'hex'), value: expressionFrom(value) };
}

function expressionFrom(json: JsonValue): Expression {
  if (typeof json === 'string') return bytesFrom(json, 'utf8');
  if (typeof json === 'number') return json;
  if (isList(json)) return json.map(expressionFrom);
  if ('hex' in json) return bytesFrom(json.hex, 'hex');
  if ('float' in json) return new Float(json.float);
  return BigInt(json.integer);
}

/** As `Array.isArray`, which does not narrow to readonly lists. */
function isList(json: readonly JsonValue[] | JsonObject): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function bytesFrom(text: string, encoding: 'hex' | 'utf8'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}
