import { expect, it } from 'vitest';
import { CopyableFailure } from '../../../../../../main/spread/broker/failure.ts';
import { RemoteReference } from '../../../../../../main/spread/broker/remote-reference.ts';
import {
  type JellyValue,
  Tuple,
  Utf8Text,
} from '../../../../../../main/spread/jelly/jelly-value.ts';
import { PbCommandChannel } from '../../../../../../main/worker/connection/pb/pb-command-channel.ts';
import { UnansweredUpdates } from '../../../../../../main/worker/connection/unanswered-updates.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';

function makeChannel(answer: () => Promise<JellyValue> = async () => null) {
  const calls: unknown[] = [];
  const holder = {
    call: (_id: unknown, method: string, args: readonly JellyValue[]) => {
      calls.push([method, ...args]);
      return answer();
    },
    callWithoutAnswer: () => {},
    release: (id: unknown) => void calls.push(['release', id]),
  };
  const flow = new UnansweredUpdates({
    isWritable: true,
    onWritableChanged: () => ({ dispose: () => {} }),
  });
  const logger = new RecordingLogger();
  const [command, writer] = [new RemoteReference(1, holder), new RemoteReference(2, holder)];
  return { channel: new PbCommandChannel(command, [writer], flow, logger), calls, logger };
}

const lines = { utf8: Buffer.from('one\n'), arrivals: [] };

it('sends updates in one call, each with its dictionary', () => {
  const { channel, calls } = makeChannel();
  channel.sendUpdates([
    { kind: 'text', stream: 'stdout', lines },
    { kind: 'log', logName: 'test.log', lines },
    { kind: 'value', key: 'rc', value: 0 },
  ]);
  const text = new Utf8Text(lines.utf8);
  expect(calls).toEqual([
    [
      'update',
      [
        [new Map([['stdout', text]]), 0],
        [new Map([['log', new Tuple(['test.log', text])]]), 0],
        [new Map([['rc', 0]]), 0],
      ],
    ],
  ]);
});

it('completes with nothing, or with the failure', async () => {
  const { channel, calls } = makeChannel();
  const failure = new Error('no space');
  await channel.complete(undefined);
  await channel.complete(failure);
  expect(calls).toEqual([
    ['complete', null],
    ['complete', CopyableFailure.from(failure)],
  ]);
});

it('releases the command and what came with it', () => {
  const { channel, calls } = makeChannel();
  channel.release();
  expect(calls).toEqual([
    ['release', 1],
    ['release', 2],
  ]);
});

it('logs once that the master refuses what it is sent, and goes on', async () => {
  const { channel, logger } = makeChannel(() => Promise.reject(new Error('no such step')));
  channel.sendUpdates([{ kind: 'value', key: 'rc', value: 0 }]);
  await channel.complete(undefined);
  expect(logger.lines).toEqual([
    'warn connection: the master did not accept an update: no such step',
  ]);
});
