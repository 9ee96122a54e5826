import type { MsgpackValue } from './msgpack-value.ts';

/** The entries of a message besides those that every message has. */
export type Fields = Readonly<Record<string, MsgpackValue>>;

export type Message =
  | {
      readonly kind: 'request';
      readonly op: string;
      readonly sequenceNumber: number;
      readonly fields: ReadonlyMap<MsgpackValue, MsgpackValue>;
    }
  | {
      readonly kind: 'response';
      readonly sequenceNumber: number;
      readonly result: MsgpackValue;
      readonly isException: boolean;
    };

/**
 * A message read from its value; undefined when it is none, for it cannot be answered then.
 *
 * Source: Buildbot, worker/buildbot_worker/msgpack.py, BuildbotWebSocketClientProtocol.onMessage.
 */
export function messageFrom(value: MsgpackValue): Message | undefined {
  if (!(value instanceof Map)) return undefined;
  const op = value.get('op');
  const sequenceNumber = value.get('seq_number');
  if (typeof op !== 'string' || typeof sequenceNumber !== 'number') return undefined;
  if (op !== 'response') return { kind: 'request', op, sequenceNumber, fields: value };
  const result = value.get('result') ?? null;
  // As the Python side has it, the entry's presence counts.
  return { kind: 'response', sequenceNumber, result, isException: value.has('is_exception') };
}

export function requestOf(op: string, sequenceNumber: number, fields: Fields): MsgpackValue {
  return new Map<MsgpackValue, MsgpackValue>([
    ['op', op],
    ['seq_number', sequenceNumber],
    ...Object.entries(fields),
  ]);
}

export function responseOf(sequenceNumber: number, result: MsgpackValue): MsgpackValue {
  return new Map<MsgpackValue, MsgpackValue>([
    ['op', 'response'],
    ['seq_number', sequenceNumber],
    ['result', result],
  ]);
}

export function exceptionOf(sequenceNumber: number, text: string): MsgpackValue {
  return new Map<MsgpackValue, MsgpackValue>([
    ['op', 'response'],
    ['seq_number', sequenceNumber],
    ['result', text],
    ['is_exception', true],
  ]);
}
