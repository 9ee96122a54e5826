import { describe, expect, it } from 'vitest';
import { BananaDecoder } from '../../../../main/spread/banana/banana-decoder.ts';
import { BananaEncoder } from '../../../../main/spread/banana/banana-encoder.ts';
import { type Expression, Float } from '../../../../main/spread/banana/expression.ts';
import { copierOf, wireFormOf } from '../../../../main/spread/broker/wire-form-of.ts';
import { jelly, type WireForm } from '../../../../main/spread/jelly/jelly.ts';
import type { BrokerValue } from '../../../../main/spread/jelly/jelly-value.ts';
import { unjelly, type ValueSource } from '../../../../main/spread/jelly/unjelly.ts';
import { recordedSession, recordedValues } from '../../../support/wire-fixtures.ts';
import { Replay } from './replay.ts';

const session = recordedSession();
const values = recordedValues();
const all = [...values, ...session];

function decode(...chunks: readonly Uint8Array[]): readonly Expression[] {
  const decoder = new BananaDecoder();
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function encode(expression: Expression): string {
  return hexOf(Buffer.concat(new BananaEncoder().encode(expression)));
}

describe('bytes that Twisted wrote', () => {
  it('are many, and not all of one side', () => {
    expect(values.length).toBeGreaterThan(30);
    const senders = session.map(({ from }) => from);
    expect([...new Set(senders)]).toEqual(['master', 'worker']);
    expect(senders.length).toBeGreaterThan(100);
  });

  it('are read as Twisted reads them, wherever they are cut', () => {
    for (const { bytes, value } of all) {
      const whole = JSON.stringify(shown(value));
      for (let cut = 0; cut <= bytes.length; cut += 1) {
        const read = decode(bytes.subarray(0, cut), bytes.subarray(cut));
        expect(JSON.stringify(read.map(shown)), `cut at ${cut}`).toBe(`[${whole}]`);
      }
    }
  });

  it.each(['master', 'worker'] as const)('of a %s are read as one stream, byte by byte', (side) => {
    const sent = session.filter(({ from }) => from === side);
    const stream = Buffer.concat(sent.map(({ bytes }) => bytes));
    const expected = sent.map(({ value }) => value);
    expect(decode(stream)).toEqual(expected);
    expect(decode(...[...stream].map((byte) => new Uint8Array([byte])))).toEqual(expected);
  });

  it('are the bytes that we write', () => {
    for (const { bytes, value } of all) expect(encode(value)).toBe(hexOf(bytes));
  });
});

describe('values that Twisted jellied', () => {
  // A float is a number once it was read: whether it was whole on the wire is not known any more.
  const exact = values.filter(({ value }) => !(value instanceof Float));

  it.each(exact)('$name is jellied the same again', ({ bytes, value }) => {
    expect(encode(jelly(unjelly(value, NO_OBJECTS), formOf))).toBe(hexOf(bytes));
  });
});

describe('a recorded session', () => {
  it('is spoken by our broker with the bytes of the Python worker', async () => {
    const replay = new Replay(session);
    await replay.play();
    const expected = session.filter(({ from }) => from === 'worker');
    expect(replay.sent.map(hexOf)).toEqual(expected.map(({ bytes }) => hexOf(bytes)));
    expect(replay.broker.pendingCallCount).toBe(0);
  });
});

const NO_OBJECTS: ValueSource = {
  receive: (id) => unknownObject(id),
  find: () => undefined,
  copierOf,
};

function formOf(value: BrokerValue): WireForm {
  return wireFormOf(value, () => unknownObject('of ours'));
}

function unknownObject(id: number | string): never {
  throw new Error(`no value has objects, yet here is ${id}`);
}

/** For a quick comparison of many: `toEqual` would look at each byte by itself. */
function shown(expression: Expression): unknown {
  if (expression instanceof Uint8Array) return hexOf(expression);
  if (expression instanceof Float)
    return { float: Object.is(expression.value, -0) ? '-0' : expression.value };
  if (typeof expression === 'bigint') return `${expression}n`;
  if (typeof expression === 'number' || typeof expression === 'string') return expression;
  return expression.map(shown);
}
