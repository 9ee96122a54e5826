import { describe, expect, it } from 'vitest';
import { LinkWatch } from '../../../../../main/worker/connection/link-watch.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { worded } from '../../../../support/worded.ts';
import { FakeConnection } from './fake-connection.ts';

function started(keepaliveSeconds: number) {
  const clock = new FakeClock();
  const connection = new FakeConnection();
  const state = { isDraining: false };
  const isDraining = (): boolean => state.isDraining;
  const watch = new LinkWatch({ connection, keepaliveSeconds, clock, isDraining });
  const receive = (): void => {
    connection.lastHeardMs = clock.monotonicMs();
  };
  /** When the link was dropped, in seconds from now; undefined when it lives on. */
  const droppedAfter = async (
    limitSeconds: number,
    eachSecond: (second: number) => void = () => {},
  ): Promise<number | undefined> => {
    for (let second = 1; second <= limitSeconds; second += 1) {
      await clock.advanceAsync(1_000);
      if (connection.endReason) return second;
      eachSecond(second);
    }
    return undefined;
  };
  return { clock, connection, watch, state, receive, droppedAfter };
}

describe('LinkWatch', () => {
  it('calls the master at its interval and keeps a link on which it answers', async () => {
    const { clock, connection, watch, receive, droppedAfter } = started(60);
    expect(await droppedAfter(600, (second) => second % 60 === 1 && receive())).toBeUndefined();
    expect(connection.keepalives).toBe(10);
    watch.dispose();
    expect(clock.pendingTimers).toBe(0);
  });

  it('follows another interval at once, and none', () => {
    const { clock, connection, watch, receive } = started(600);
    clock.advance(30_000);
    watch.setInterval(20);
    clock.advance(20_000);
    receive();
    expect(connection.keepalives).toBe(1);
    watch.setInterval(0);
    clock.advance(25_000);
    expect(connection.keepalives).toBe(1);
    watch.setInterval(5);
    clock.advance(5_000);
    expect(connection.keepalives).toBe(2);
  });

  it.each([0, 5, 10, 600, 86_400])(
    'drops a link within 65 s of an update that stays unanswered, with a keepalive of %d s',
    async (keepaliveSeconds) => {
      const { connection, droppedAfter, receive } = started(keepaliveSeconds);
      expect(await droppedAfter(4, receive)).toBeUndefined();
      connection.isAnswering = false;
      connection.isOwed = true;
      expect(await droppedAfter(1_000)).toBeLessThanOrEqual(65);
      expect(connection.endReason).toMatchObject({ kind: 'silent' });
    },
  );

  it('drops a link within 65 s of a keepalive that stays unanswered, and reports how long it was silent', async () => {
    const { connection, droppedAfter } = started(600);
    connection.isAnswering = false;
    expect(await droppedAfter(599)).toBeUndefined();
    expect(await droppedAfter(1_000)).toBeLessThanOrEqual(65);
    expect(connection.endReason).toMatchObject({
      kind: 'silent',
      problem: worded('The master did not answer for 60 s, so the connection was dropped.'),
    });
  });

  it('drops a link within 65 s of the beginning of a drain, though nothing else is owed', async () => {
    const { connection, state, droppedAfter } = started(0);
    expect(await droppedAfter(1_000)).toBeUndefined();
    connection.isAnswering = false;
    state.isDraining = true;
    expect(await droppedAfter(1_000)).toBeLessThanOrEqual(65);
  });

  it('keeps a master that drains for hours and answers each probe', async () => {
    const { connection, state, receive, droppedAfter } = started(0);
    state.isDraining = true;
    let keepalives = 0;
    const answer = (): void => {
      if (connection.keepalives > keepalives) receive();
      keepalives = connection.keepalives;
    };
    expect(await droppedAfter(7_200, answer)).toBeUndefined();
    expect(connection.keepalives).toBeGreaterThan(200);
  });

  it('never asks a master that owes nothing, with a keepalive of 0', async () => {
    const { connection, droppedAfter } = started(0);
    expect(await droppedAfter(10_000)).toBeUndefined();
    expect(connection.keepalives).toBe(0);
  });

  it('keeps a master that answers nothing while it takes what waits for it', async () => {
    const { connection, droppedAfter } = started(10);
    connection.isAnswering = false;
    connection.isOwed = true;
    const backlog = 4_000_000;
    const read = (second: number): void => {
      const unacknowledgedBytes = backlog - 1_000 * Math.floor(second / 20);
      connection.sent = { writtenBytes: backlog, queuedBytes: 0, unacknowledgedBytes };
    };
    expect(await droppedAfter(3_600, read)).toBeUndefined();
    expect(await droppedAfter(1_000)).toBeLessThanOrEqual(65);
  });

  it('drops a stopped master whose system acknowledges what the build prints', async () => {
    const { connection, droppedAfter } = started(600);
    connection.isAnswering = false;
    connection.isOwed = true;
    const print = (second: number): void => {
      const writtenBytes = second * 1_000;
      connection.sent = { writtenBytes, queuedBytes: 0, unacknowledgedBytes: 500 };
    };
    expect(await droppedAfter(1_000, print)).toBeLessThanOrEqual(65);
  });

  it('drops a stopped master within 65 s of when its buffers were full', async () => {
    const { connection, droppedAfter } = started(0);
    connection.isAnswering = false;
    connection.isOwed = true;
    const roomBytes = 20_000;
    const print = (second: number): void => {
      const writtenBytes = Math.min(second * 5_000, 4 * roomBytes);
      const unacknowledgedBytes = Math.max(0, writtenBytes - roomBytes);
      connection.sent = { writtenBytes, queuedBytes: 0, unacknowledgedBytes };
    };
    expect(await droppedAfter(1_000, print)).toBeLessThanOrEqual(65);
  });

  it('keeps a master that is busy for 40 s again and again', async () => {
    const { connection, receive, droppedAfter } = started(0);
    connection.isOwed = true;
    expect(await droppedAfter(3_600, (second) => second % 40 === 0 && receive())).toBeUndefined();
  });

  it('finds out within about ten seconds after the machine slept', async () => {
    const { connection, watch, droppedAfter } = started(600);
    connection.isAnswering = false;
    watch.wake();
    expect(connection.keepalives).toBe(1);
    expect(await droppedAfter(600)).toBe(10);
  });
});
