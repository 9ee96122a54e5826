import { describe, expect, it } from 'vitest';
import { Keepalive } from '../../../../../main/worker/connection/keepalive.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { worded } from '../../../../support/worded.ts';
import { FakeConnection } from './fake-connection.ts';

function started(keepaliveSeconds: number) {
  const clock = new FakeClock();
  const connection = new FakeConnection();
  const keepalive = new Keepalive(connection, keepaliveSeconds, clock);
  const receive = (): void => {
    connection.lastHeardMs = clock.monotonicMs();
  };
  return { clock, connection, keepalive, receive };
}

describe('Keepalive', () => {
  it('calls the master at its interval and keeps a link on which it answers', () => {
    const { clock, connection, keepalive, receive } = started(60);
    clock.advance(10);
    for (let minute = 1; minute <= 10; minute += 1) {
      clock.advance(59_990);
      expect(connection.keepalives).toBe(minute);
      clock.advance(10);
      receive();
    }
    expect(connection.endReason).toBeUndefined();
    keepalive.dispose();
    expect(clock.pendingTimers).toBe(0);
  });

  it('follows another interval at once, and none', () => {
    const { clock, connection, keepalive } = started(600);
    clock.advance(30_000);
    keepalive.setInterval(20);
    clock.advance(20_000);
    expect(connection.keepalives).toBe(1);
    keepalive.setInterval(0);
    clock.advance(25_000);
    expect(connection.keepalives).toBe(1);
    keepalive.setInterval(5);
    clock.advance(5_000);
    expect(connection.keepalives).toBe(2);
  });

  it('drops a link on which nothing arrives in answer', () => {
    const { clock, connection } = started(60);
    clock.advance(60_000);
    clock.advance(59_999);
    expect(connection.endReason).toBeUndefined();
    clock.advance(1);
    expect(connection.endReason).toMatchObject({
      kind: 'silent',
      problem: worded('The master did not answer for 60 s, so the connection was dropped.'),
    });
  });

  it.each([
    [5, 30],
    [600, 120],
  ])('with a keepalive of %d s it is patient for %d s', (keepaliveSeconds, patienceSeconds) => {
    const { clock, connection } = started(keepaliveSeconds);
    clock.advance(keepaliveSeconds * 1000 + patienceSeconds * 1000 - 1);
    expect(connection.endReason).toBeUndefined();
    clock.advance(1);
    expect(connection.endReason?.kind).toBe('silent');
  });

  it('takes anything that arrives for a sign of life', () => {
    const { clock, connection, receive } = started(60);
    clock.advance(100_000);
    receive();
    clock.advance(20_000);
    expect(connection.endReason).toBeUndefined();
  });

  it('finds out within ten seconds after the machine slept', () => {
    const { clock, connection, keepalive } = started(600);
    keepalive.probe();
    expect(connection.keepalives).toBe(1);
    clock.advance(10_000);
    expect(connection.endReason?.kind).toBe('silent');
  });

  it('sends none with 0, but still probes', () => {
    const { clock, connection, keepalive } = started(0);
    clock.advance(1e7);
    expect(connection.keepalives).toBe(0);
    keepalive.probe();
    expect(connection.keepalives).toBe(1);
  });
});
