import { plainText } from '../../../lib/plain-text.ts';
import { Float, type JellyValue, Tuple } from '../../../spread/jelly/jelly-value.ts';
import type { WireArguments } from '../../command.ts';
import type { UpdateValue } from '../../update.ts';
import type { WorkerInfoValue } from '../../worker-info.ts';
import { textOrBytes } from '../text-or-bytes.ts';

/** Text of a value that may come as text or, from old masters, as bytes; undefined for others. For people. */
export function textFrom(value: JellyValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : undefined;
}

/**
 * A master's value as plain data: UTF-8 becomes text, tuples become arrays, dictionaries records.
 * References stay what they are.
 */
function plainFrom(value: JellyValue): unknown {
  if (value instanceof Uint8Array) return textOrBytes(value);
  if (value instanceof Tuple) return value.items.map(plainFrom);
  if (Array.isArray(value)) return value.map(plainFrom);
  if (value instanceof Map) return recordFrom(value);
  return value;
}

function recordFrom(dictionary: ReadonlyMap<JellyValue, JellyValue>): WireArguments {
  const record: Record<string, unknown> = Object.create(null);
  for (const [key, value] of dictionary) record[textFrom(key) ?? plainText(key)] = plainFrom(value);
  return record;
}

/** The arguments of a command; undefined when the master sent something else than a dictionary. */
export function wireArgumentsFrom(value: JellyValue | undefined): WireArguments | undefined {
  return value instanceof Map ? recordFrom(value) : undefined;
}

/** A value of an update in the master's terms. */
export function jellyFromUpdateValue(value: UpdateValue): JellyValue {
  if (value === null || typeof value !== 'object') return value;
  if ('float' in value) return new Float(value.float);
  if ('tuple' in value) return new Tuple(value.tuple.map(jellyFromUpdateValue));
  return value.map(jellyFromUpdateValue);
}

/** A record of the worker info in the master's terms. */
export function jellyFromInfo(info: Readonly<Record<string, WorkerInfoValue>>): JellyValue {
  return new Map(
    Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'object' ? jellyFromInfo(value) : value,
    ]),
  );
}
