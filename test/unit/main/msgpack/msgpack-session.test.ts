import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../../main/msgpack/codec.ts';
import { MSGPACK_MESSAGE_LIMIT } from '../../../../main/msgpack/limits.ts';
import {
  MsgpackSession,
  type MsgpackSessionOptions,
} from '../../../../main/msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../../../main/msgpack/msgpack-value.ts';
import { allDelivered } from '../../../support/broker-pair.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

function makeSession(answer: MsgpackSessionOptions['answer'] = () => null) {
  const sent: Record<string, MsgpackValue>[] = [];
  const logger = new RecordingLogger();
  const send = (message: Uint8Array) => {
    const value = decode(message);
    if (value instanceof Map) sent.push(Object.fromEntries(value));
  };
  const session = new MsgpackSession({ send, answer, logger });
  const receive = (fields: Record<string, MsgpackValue>) =>
    session.receive(encode(new Map(Object.entries(fields))));
  return { session, sent, receive, logger };
}

describe('requests of ours', () => {
  it('are counted from 0 and matched by their numbers, whatever the order of the answers', async () => {
    const { session, sent, receive } = makeSession();
    const first = session.call('update', { command_id: '1' });
    const second = session.call('complete');
    expect(sent).toEqual([
      { op: 'update', seq_number: 0, command_id: '1' },
      { op: 'complete', seq_number: 1 },
    ]);
    receive({ op: 'response', seq_number: 1, result: 'b' });
    receive({ op: 'response', seq_number: 0, result: 'a' });
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  });

  it('fail with the text of an exception', async () => {
    const { session, receive } = makeSession();
    const call = session.call('update');
    receive({ op: 'response', seq_number: 0, result: 'unknown "command_id"', is_exception: true });
    await expect(call).rejects.toMatchObject({
      code: 'MSGPACK_REMOTE_EXCEPTION',
      message: 'unknown "command_id"',
    });
  });

  it('fail when the connection is lost, those that come later too', async () => {
    const { session, sent } = makeSession();
    const call = session.call('update');
    session.connectionLost('it is gone');
    const lost = { code: 'MSGPACK_CONNECTION_LOST', message: 'it is gone' };
    await expect(call).rejects.toMatchObject(lost);
    await expect(session.call('update')).rejects.toMatchObject(lost);
    expect(sent).toHaveLength(1);
  });

  it('fail by themselves when they are too large, and use no number up', async () => {
    const { session, sent } = makeSession();
    const args = new Uint8Array(MSGPACK_MESSAGE_LIMIT);
    await expect(session.call('update', { args })).rejects.toMatchObject({
      code: 'MSGPACK_MESSAGE_TOO_LARGE',
    });
    void session.call('update');
    expect(sent).toEqual([{ op: 'update', seq_number: 0 }]);
  });
});

describe('requests of the peer', () => {
  it('are answered by their numbers, each when it is done', async () => {
    let finish: (value: MsgpackValue) => void = () => {};
    const slow = new Promise<MsgpackValue>((resolve) => {
      finish = resolve;
    });
    const { receive, sent } = makeSession(({ op, fields }) =>
      op === 'slow' ? slow : [op, fields.get('message') ?? null],
    );
    receive({ op: 'slow', seq_number: 7 });
    receive({ op: 'print', seq_number: 8, message: 'hello' });
    await allDelivered();
    finish(1);
    await allDelivered();
    expect(sent).toEqual([
      { op: 'response', seq_number: 8, result: ['print', 'hello'] },
      { op: 'response', seq_number: 7, result: 1 },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no such thing');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no such thing'))],
  ])('are answered by an exception when the answer %s', async (_how, answer) => {
    const { receive, sent, logger } = makeSession(answer);
    receive({ op: 'dance', seq_number: 0 });
    await allDelivered();
    const response = { op: 'response', seq_number: 0, result: 'no such thing', is_exception: true };
    expect(sent).toEqual([response]);
    expect(logger.lines.join()).toContain("the master's dance failed: no such thing");
  });

  it('are answered by an exception when the answer cannot be written', async () => {
    const { receive, sent } = makeSession(() => 2n ** 80n);
    receive({ op: 'print', seq_number: 0 });
    await allDelivered();
    expect(sent).toEqual([expect.objectContaining({ is_exception: true })]);
  });

  it('are not answered into a lost connection', async () => {
    const { session, receive, sent } = makeSession(async () => null);
    receive({ op: 'print', seq_number: 0 });
    session.connectionLost('it is gone');
    await allDelivered();
    expect(sent).toEqual([]);
  });
});

describe('nonsense', () => {
  it.each<[string, MsgpackValue]>([
    ['a list', [1]],
    ['a map without a number', new Map([['op', 'print']])],
    [
      'a map whose number is text',
      new Map([
        ['op', 'print'],
        ['seq_number', '1'],
      ]),
    ],
    ['a map without an op', new Map([['seq_number', 1]])],
    [
      'an answer to nothing',
      new Map<string, MsgpackValue>([
        ['op', 'response'],
        ['seq_number', 5],
      ]),
    ],
  ])('is ignored and written down: %s', async (_name, value) => {
    const { session, sent, logger } = makeSession();
    session.receive(encode(value));
    await allDelivered();
    expect([sent, logger.lines]).toEqual([[], [expect.stringContaining('ignored')]]);
  });

  it('that is no MessagePack is thrown back', () => {
    const { session } = makeSession();
    const code = 'MSGPACK_UNKNOWN_TYPE';
    expect(() => session.receive(new Uint8Array([0xc1]))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
