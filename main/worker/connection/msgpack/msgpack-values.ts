import { Buffer } from 'node:buffer';
import { Float, type MsgpackValue, Utf8Text } from '../../../msgpack/msgpack-value.ts';
import { encodedFloats, encodedIntegers } from '../../../msgpack/number-lists.ts';
import type { WireArguments } from '../../command.ts';
import type { Lines, Update, UpdateValue } from '../../update.ts';
import type { WorkerInfoValue } from '../../worker-info.ts';
import { textOrBytes } from '../text-or-bytes.ts';

const NEWLINE = 0x0a;

/** A master's value as plain data: dictionaries become records, UTF-8 becomes text. */
export function plainFrom(value: MsgpackValue): unknown {
  if (value instanceof Uint8Array) return textOrBytes(value);
  if (Array.isArray(value)) return value.map(plainFrom);
  return value instanceof Map ? recordFrom(value) : value;
}

function recordFrom(map: ReadonlyMap<MsgpackValue, MsgpackValue>): WireArguments {
  const record: Record<string, unknown> = Object.create(null);
  for (const [key, value] of map) record[nameFrom(key)] = plainFrom(value);
  return record;
}

function nameFrom(key: MsgpackValue): string {
  return key instanceof Uint8Array ? Buffer.from(key).toString('utf8') : String(plainFrom(key));
}

/** The arguments of a command; undefined when the master sent something else than a dictionary. */
export function wireArgumentsFrom(value: MsgpackValue | undefined): WireArguments | undefined {
  return value instanceof Map ? recordFrom(value) : undefined;
}

/** Updates as the master expects them: pairs of key and value, in order. */
export function pairsFrom(updates: readonly Update[]): MsgpackValue {
  return updates.map(pairFrom);
}

function pairFrom(update: Update): MsgpackValue {
  switch (update.kind) {
    case 'text':
      return [update.stream, tripleFrom(update.lines)];
    case 'log':
      return ['log', [update.logName, tripleFrom(update.lines)]];
    case 'value':
      return [update.key, valueFrom(update.value)];
  }
}

/**
 * Lines as text, the places of their newlines, and the times at which they came.
 *
 * Units:  places in characters, as Python counts them; times in seconds since 1970.
 * Source: buildbot_worker, util/lineboundaries.py, LineInfo.
 */
function tripleFrom(lines: Lines): MsgpackValue {
  const places: number[] = [];
  const times: number[] = [];
  const { utf8, arrivals } = lines;
  let characters = 0;
  let at = 0;
  for (const { endByte, timeSeconds } of arrivals) {
    for (; at < endByte; at += 1) {
      const byte = utf8[at] ?? 0;
      // Bytes 10xxxxxx go on with a character.
      if ((byte & 0xc0) === 0x80) continue;
      if (byte === NEWLINE) {
        places.push(characters);
        times.push(timeSeconds);
      }
      characters += 1;
    }
  }
  return [new Utf8Text(utf8), encodedIntegers(places), encodedFloats(times)];
}

function valueFrom(value: UpdateValue): MsgpackValue {
  if (value === null || typeof value !== 'object') return value;
  if ('float' in value) return new Float(value.float);
  // Neither side knows tuples: they arrive as lists.
  return ('tuple' in value ? value.tuple : value).map(valueFrom);
}

/** A float needs no mark where it is none but a float. */
export function floatFrom(value: number): MsgpackValue {
  return Number.isInteger(value) ? new Float(value) : value;
}

/** A record of the worker info in the master's terms. */
export function mapFromInfo(info: Readonly<Record<string, WorkerInfoValue>>): MsgpackValue {
  return new Map(
    Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'object' ? mapFromInfo(value) : value,
    ]),
  );
}
