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

/** Banana's values in JSON, as `told` in record.py writes them. */
type Told = string | number | readonly Told[] | ToldOtherwise;
type ToldOtherwise =
  | { readonly hex: string }
  | { readonly float: number }
  | { readonly integer: string };

interface Entry {
  readonly name?: string;
  readonly from?: string;
  readonly bytes: string;
  readonly value: Told;
}

function read(name: string): readonly Entry[] {
  const url = new URL(`../fixtures/wire/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as readonly Entry[];
}

function recordedFrom({ bytes, value }: Entry): Recorded {
  return { bytes: bytesFrom(bytes, 'hex'), value: expressionFrom(value) };
}

function expressionFrom(told: Told): Expression {
  if (typeof told === 'string') return bytesFrom(told, 'utf8');
  if (typeof told === 'number') return told;
  if (isList(told)) return told.map(expressionFrom);
  if ('hex' in told) return bytesFrom(told.hex, 'hex');
  if ('float' in told) return new Float(told.float);
  return BigInt(told.integer);
}

/** As `Array.isArray`, which does not narrow to readonly lists. */
function isList(told: readonly Told[] | ToldOtherwise): told is readonly Told[] {
  return Array.isArray(told);
}

function bytesFrom(text: string, encoding: 'hex' | 'utf8'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}
