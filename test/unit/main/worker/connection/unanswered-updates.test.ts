import { expect, it } from 'vitest';
import { Emitter } from '../../../../../main/lib/emitter.ts';
import { UnansweredUpdates } from '../../../../../main/worker/connection/unanswered-updates.ts';
import {
  MOST_UNANSWERED_UPDATE_BYTES,
  MOST_UNANSWERED_UPDATES,
} from '../../../../../main/worker/master-limits.ts';
import type { Update } from '../../../../../main/worker/update.ts';

function makeFlow() {
  const transportChanged = new Emitter<boolean>();
  const transport = {
    isWritable: true,
    onWritableChanged: transportChanged.on.bind(transportChanged),
  };
  const flow = new UnansweredUpdates(transport);
  const changes: boolean[] = [];
  flow.onWritableChanged((isWritable) => changes.push(isWritable));
  const answers: (() => void)[] = [];
  return {
    flow,
    changes,
    send: (update: Update) => flow.sent([update], new Promise((resolve) => answers.push(resolve))),
    /** The master answers the oldest of what waits. */
    answer: async (count: number) => {
      for (const settle of answers.splice(0, count)) settle();
      await Promise.resolve();
    },
    setTransport: (isWritable: boolean) => {
      transport.isWritable = isWritable;
      transportChanged.emit(isWritable);
    },
  };
}

const RC: Update = { kind: 'value', key: 'rc', value: 0 };

function textOf(sizeBytes: number): Update {
  return { kind: 'text', stream: 'stdout', lines: { utf8: Buffer.alloc(sizeBytes), arrivals: [] } };
}

it('holds commands back over so many unanswered messages, until half are answered', async () => {
  const { flow, send, answer, changes } = makeFlow();
  for (let sent = 0; sent < MOST_UNANSWERED_UPDATES; sent += 1) send(RC);
  expect(flow.isWritable).toBe(true);
  send(RC);
  expect(flow.isWritable).toBe(false);
  await answer(MOST_UNANSWERED_UPDATES / 2);
  expect(flow.isWritable).toBe(false);
  await answer(1);
  expect(flow.isWritable).toBe(true);
  expect(changes).toEqual([false, true]);
});

it('counts the characters of names, too', () => {
  const { flow, send } = makeFlow();
  const name = 'x'.repeat(MOST_UNANSWERED_UPDATE_BYTES / 8);
  send({ kind: 'value', key: 'files', value: new Array(8).fill(name) });
  expect(flow.isWritable).toBe(true);
  send({ kind: 'value', key: 'files', value: ['y'] });
  expect(flow.isWritable).toBe(false);
});

it('holds commands back over so many unanswered bytes, until half are answered', async () => {
  const { flow, send, answer, changes } = makeFlow();
  for (let sent = 0; sent < 4; sent += 1) send(textOf(MOST_UNANSWERED_UPDATE_BYTES / 4));
  expect(flow.isWritable).toBe(true);
  send(textOf(1));
  expect(flow.isWritable).toBe(false);
  await answer(2);
  expect(flow.isWritable).toBe(false);
  await answer(1);
  expect(changes).toEqual([false, true]);
});

it('announces what the transport announces, unless the answers hold commands back anyway', async () => {
  const { flow, send, answer, changes, setTransport } = makeFlow();
  setTransport(false);
  setTransport(true);
  send(textOf(MOST_UNANSWERED_UPDATE_BYTES + 1));
  setTransport(false);
  await answer(1);
  expect(flow.isWritable).toBe(false);
  setTransport(true);
  expect(changes).toEqual([false, true, false, true]);
});
