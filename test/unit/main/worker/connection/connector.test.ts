import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { ConnectionProblem } from '../../../../../main/contract/worker/worker-status.ts';
import { failed, type Outcome, succeeded } from '../../../../../main/lib/outcome.ts';
import { Connector } from '../../../../../main/worker/connection/connector.ts';
import {
  LEFT_BY_US,
  type MasterConnection,
} from '../../../../../main/worker/connection/master-connection.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { FakeConnection } from './fake-connection.ts';

const REFUSED: ConnectionProblem = {
  kind: 'refused',
  problem: foreignProblem('Nothing listens there.'),
};
const CLOSED: ConnectionProblem = {
  kind: 'closed-by-master',
  problem: foreignProblem('It closed.'),
};

function connector(maxretries?: number) {
  const clock = new FakeClock();
  const events: string[] = [];
  const state: {
    connection: FakeConnection | undefined;
    isUp: boolean;
    problem: ConnectionProblem;
  } = {
    problem: REFUSED,
    connection: undefined,
    isUp: false,
  };
  const connect = (): Promise<Outcome<MasterConnection, ConnectionProblem>> => {
    if (!state.isUp) return Promise.resolve(failed(state.problem));
    state.connection = new FakeConnection();
    return Promise.resolve(succeeded(state.connection));
  };
  const it = new Connector({
    limits: { maxdelay: 300, maxretries },
    clock,
    connect,
    onTrying: (attempt, problem) => events.push(`try ${attempt} after ${problem?.kind}`),
    onWaiting: (_attempt, retryAt) => events.push(`wait ${(retryAt - clock.now()) / 1000}`),
    onAttached: () => events.push('attached'),
    onLost: (problem) => events.push(`lost: ${problem.kind}`),
    onGaveUp: (problem) => events.push(`gave up: ${problem.kind}`),
  });
  return { it, clock, events, state };
}

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('Connector', () => {
  it('follows other limits: a wait that is too long now ends, and tries are counted again', async () => {
    const { it: subject, clock, events } = connector();
    subject.start();
    await clock.advanceAsync(1);
    while ((clock.nextTimerMs ?? 0) < 60_000) await clock.advanceAsync(clock.nextTimerMs ?? 0);
    const tries = () => events.filter((event) => event.startsWith('try')).length;
    const before = tries();
    subject.reconfigure({ maxdelay: 300, maxretries: undefined });
    await clock.advanceAsync(1);
    expect(tries()).toBe(before);
    subject.reconfigure({ maxdelay: 10, maxretries: before + 2 });
    await clock.advanceAsync(1);
    expect(tries()).toBe(before + 1);
    await clock.advanceAsync(10_000);
    expect([tries(), events.at(-1)]).toEqual([before + 2, 'gave up: refused']);
  });

  it('tries, backs off, attaches, and tries again when the session is lost', async () => {
    const { it: subject, clock, events, state } = connector();
    subject.start();
    await clock.advanceAsync(1400);
    state.isUp = true;
    await clock.advanceAsync(60_000);
    state.isUp = false;
    state.connection?.close(CLOSED);
    await clock.advanceAsync(1000);
    await subject.stop();
    expect(events).toEqual([
      'try 1 after undefined',
      'wait 0.5',
      'try 2 after refused',
      'wait 1',
      'try 3 after refused',
      'attached',
      'lost: closed-by-master',
      'wait 1',
      'try 1 after closed-by-master',
      'wait 1',
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('gives up after maxretries failures in a row, and can be started again', async () => {
    const { it: subject, clock, events, state } = connector(2);
    subject.start();
    await clock.advanceAsync(60_000);
    expect(events.at(-1)).toBe('gave up: refused');
    expect(events.filter((event) => event.startsWith('try'))).toHaveLength(2);
    state.isUp = true;
    subject.start();
    await clock.advanceAsync(0);
    expect(events.at(-1)).toBe('attached');
    await subject.stop();
  });

  it.each(['wrong-password', 'login-unanswered', 'protection'] as const)(
    'grows the delay after logins without success (%s), also right after a lost session',
    async (kind) => {
      const { it: subject, clock, events, state } = connector();
      state.isUp = true;
      subject.start();
      await clock.advanceAsync(0);
      state.problem = { kind, problem: foreignProblem('No.') };
      state.isUp = false;
      state.connection?.close(CLOSED);
      await clock.advanceAsync(100_000);
      await subject.stop();
      const waits = events.filter((event) => event.startsWith('wait'));
      expect(waits).toEqual(['wait 1', ...[0.5, 1, 2, 4, 8, 16, 32, 64].map((s) => `wait ${s}`)]);
    },
  );

  it('tries at once when something has changed', async () => {
    const { it: subject, clock, events } = connector();
    subject.start();
    await clock.advanceAsync(0);
    subject.tryNow();
    await clock.advanceAsync(0);
    expect(events.at(-2)).toBe('try 2 after refused');
    await subject.stop();
  });

  it('stops while attached by closing the connection as requested', async () => {
    const { it: subject, clock, events, state } = connector();
    state.isUp = true;
    subject.start();
    subject.start();
    await clock.advanceAsync(0);
    await subject.stop();
    await subject.stop();
    expect(state.connection?.endReason).toBe(LEFT_BY_US);
    expect(events).toEqual(['try 1 after undefined', 'attached', 'lost: closed-by-master']);
  });

  it('closes a connection that comes through after the stop', async () => {
    const { it: subject, clock, events, state } = connector();
    state.isUp = true;
    subject.start();
    await subject.stop();
    await clock.advanceAsync(0);
    expect(events).not.toContain('attached');
    expect(state.connection?.endReason ?? LEFT_BY_US).toBe(LEFT_BY_US);
  });
});
