import { expect, it } from 'vitest';
import { decode, encode } from '../../../../../../main/msgpack/codec.ts';
import { MsgpackSession } from '../../../../../../main/msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../../../../../main/msgpack/msgpack-value.ts';
import { MsgpackCommandChannel } from '../../../../../../main/worker/connection/msgpack/msgpack-command-channel.ts';
import { UnansweredUpdates } from '../../../../../../main/worker/connection/unanswered-updates.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';

/** A channel of command 7, whose master answers each request with the same. */
function makeChannel(answer: Readonly<Record<string, MsgpackValue>> = { result: null }) {
  const requests: unknown[] = [];
  const logger = new RecordingLogger();
  const session: MsgpackSession = new MsgpackSession({
    answer: () => null,
    logger,
    send: (message) => {
      const request = decode(message);
      if (!(request instanceof Map)) throw new Error('a request is a dictionary');
      requests.push(['op', 'command_id', 'args'].map((name) => request.get(name)));
      const response = { op: 'response', seq_number: request.get('seq_number') ?? null, ...answer };
      queueMicrotask(() => session.receive(encode(new Map(Object.entries(response)))));
    },
  });
  const flow = new UnansweredUpdates({
    isWritable: true,
    onWritableChanged: () => ({ dispose: () => {} }),
  });
  return {
    channel: new MsgpackCommandChannel({ session, commandId: '7', flow, logger }),
    requests,
    logger,
  };
}

it('sends updates in one request, in pairs', () => {
  const { channel, requests } = makeChannel();
  channel.sendUpdates([
    { kind: 'value', key: 'rc', value: 0 },
    { kind: 'value', key: 'files', value: ['a'] },
  ]);
  expect(requests).toEqual([
    [
      'update',
      '7',
      [
        ['rc', 0],
        ['files', ['a']],
      ],
    ],
  ]);
});

it('completes with nothing, or with the text of the failure', async () => {
  const { channel, requests } = makeChannel();
  await channel.complete(undefined);
  await channel.complete(new Error('no space'));
  expect(requests).toEqual([
    ['complete', '7', null],
    ['complete', '7', 'no space'],
  ]);
});

it('logs once that the master refuses what it is sent, and goes on', async () => {
  const { channel, logger } = makeChannel({ is_exception: true, result: 'no such step' });
  channel.sendUpdates([{ kind: 'value', key: 'rc', value: 0 }]);
  await channel.complete(undefined);
  expect(logger.lines).toEqual([
    'warn connection: the master did not accept an update of command 7: no such step',
  ]);
});
