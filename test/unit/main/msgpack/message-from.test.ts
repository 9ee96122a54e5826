import { describe, expect, it } from 'vitest';
import {
  exceptionOf,
  messageFrom,
  requestOf,
  responseOf,
} from '../../../../main/msgpack/message-from.ts';
import type { MsgpackValue } from '../../../../main/msgpack/msgpack-value.ts';

const map = (...entries: [MsgpackValue, MsgpackValue][]) => new Map(entries);

describe('a message', () => {
  it('that we make is read as what it is', () => {
    const request = requestOf('update', 7, { command_id: '1', args: [] });
    expect(messageFrom(request)).toEqual({
      kind: 'request',
      op: 'update',
      sequenceNumber: 7,
      fields: request,
    });
    expect(messageFrom(responseOf(8, ['a']))).toEqual({
      kind: 'response',
      sequenceNumber: 8,
      result: ['a'],
      isException: false,
    });
    expect(messageFrom(exceptionOf(9, 'no such thing'))).toEqual({
      kind: 'response',
      sequenceNumber: 9,
      result: 'no such thing',
      isException: true,
    });
  });

  it('has its entries in the order of the Python side', () => {
    expect(requestOf('print', 0, { message: 'hello' })).toEqual(
      map(['op', 'print'], ['seq_number', 0], ['message', 'hello']),
    );
    expect(exceptionOf(1, 'no')).toEqual(
      map(['op', 'response'], ['seq_number', 1], ['result', 'no'], ['is_exception', true]),
    );
  });

  it('without a result is an answer with None', () => {
    expect(messageFrom(map(['op', 'response'], ['seq_number', 1]))).toMatchObject({ result: null });
  });

  it('is an exception as soon as it says anything of one', () => {
    const response = map(['op', 'response'], ['seq_number', 1], ['is_exception', false]);
    expect(messageFrom(response)).toMatchObject({ isException: true });
  });

  it.each<readonly [string, MsgpackValue]>([
    ['a list', ['op', 'print']],
    ['text', 'print'],
    ['None', null],
    ['a map without an op', map(['seq_number', 1])],
    ['a map whose op is bytes', map(['op', new Uint8Array([1])], ['seq_number', 1])],
    ['a map without a number', map(['op', 'print'])],
    ['a map whose number no double holds', map(['op', 'print'], ['seq_number', 2n ** 60n])],
  ])('is none of %s', (_name, value) => {
    expect(messageFrom(value)).toBeUndefined();
  });
});
