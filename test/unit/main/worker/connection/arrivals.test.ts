import { afterEach, describe, expect, it, vi } from 'vitest';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { ConnectionProblem } from '../../../../../main/contract/worker/worker-status.ts';
import type { Clock } from '../../../../../main/lib/clock.ts';
import { type Outcome, succeeded } from '../../../../../main/lib/outcome.ts';
import { silentLogger } from '../../../../../main/logging/logger.ts';
import { encode } from '../../../../../main/msgpack/codec.ts';
import type { MsgpackValue } from '../../../../../main/msgpack/msgpack-value.ts';
import type { Bot } from '../../../../../main/worker/bot.ts';
import { Arrivals } from '../../../../../main/worker/connection/arrivals.ts';
import { Connector } from '../../../../../main/worker/connection/connector.ts';
import type { MasterConnection } from '../../../../../main/worker/connection/master-connection.ts';
import { reachMaster } from '../../../../../main/worker/connection/reach-master.ts';
import { configFrom } from '../../../../../main/worker-settings/config-from.ts';
import { withDefaults } from '../../../../../main/worker-settings/with-defaults.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { FakeConnection } from './fake-connection.ts';
import { FakeMessageTransport } from './msgpack/fake-message-transport.ts';

const NEVER = new Promise<void>(() => {});
const CLOSED: ConnectionProblem = {
  kind: 'closed-by-master',
  problem: foreignProblem('It closed.'),
};

/** A master does one thing after the other, in its own time. */
class BusyMaster {
  /** When each login was asked for. */
  readonly loginsAtMs: number[] = [];
  readonly #clock: Clock;
  #freeAtMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  greet(): Promise<void> {
    return this.#work(1);
  }

  logIn(): Promise<void> {
    this.loginsAtMs.push(this.#clock.monotonicMs());
    return this.#work(10);
  }

  #work(ms: number): Promise<void> {
    const nowMs = this.#clock.monotonicMs();
    this.#freeAtMs = Math.max(this.#freeAtMs, nowMs) + ms;
    return new Promise((resolve) => {
      this.#clock.setTimer(this.#freeAtMs - nowMs, resolve);
    });
  }
}

/** How a worker comes to its master, and how the test ends its session. */
interface Way {
  readonly connect: (signal: AbortSignal) => Promise<Outcome<MasterConnection, ConnectionProblem>>;
  readonly lose: () => void;
}

interface Farm {
  readonly clock: FakeClock;
  readonly master: BusyMaster;
  /** Before the loss each had the master for itself. */
  isLost: boolean;
  /** A login was let in. */
  entered(): void;
}

/** Perspective Broker's order of things: the greeting, then the login. */
function overPb(farm: Farm): Way {
  const { clock, master } = farm;
  const arrivals = new Arrivals(clock);
  let connection = new FakeConnection();
  return {
    connect: async () => {
      const arrival = arrivals.begin('ci:9989', farm.isLost);
      if (farm.isLost) await master.greet();
      await arrival.greeted(NEVER);
      if (farm.isLost) await master.logIn();
      farm.entered();
      connection = new FakeConnection();
      return succeeded(connection);
    },
    lose: () => connection.close(CLOSED),
  };
}

const MSGPACK = configFrom(
  withDefaults({
    basedir: '/w',
    workerName: 'w',
    password: 'p',
    host: 'ci',
    port: 9990,
    protocol: 'msgpack_experimental_v7',
  }),
);
const SETTINGS = { newline_re: 'x', max_line_length: 4096, buffer_timeout: 5, buffer_size: 4096 };
const SERVES = encode(
  new Map<string, MsgpackValue>([
    ['op', 'set_worker_settings'],
    ['seq_number', 1],
    ['args', new Map(Object.entries(SETTINGS))],
  ]),
);

/** MessagePack, where the login is in the first request, as the worker itself goes about it. */
function overMsgpack(farm: Farm): Way {
  const { clock, master } = farm;
  const arrivals = new Arrivals(clock);
  let transport = new FakeMessageTransport();
  const services = {
    clock,
    logger: silentLogger,
    dial: () => Promise.reject(new Error('not over Perspective Broker')),
    askForLogin: async () => {
      await master.greet();
      return succeeded(undefined);
    },
    dialWebSocket: async () => {
      if (farm.isLost) await master.logIn();
      farm.entered();
      transport = new FakeMessageTransport();
      const { listen } = transport;
      transport.listen = (listener) => {
        listen.call(transport, listener);
        listener.onMessage(SERVES);
      };
      return succeeded(transport);
    },
  };
  return {
    connect: (signal) => {
      const arrival = arrivals.begin('ci:9990', farm.isLost);
      const bot = { basedir: '/w' } as Bot;
      return reachMaster(MSGPACK, bot, { ...services, arrival }, signal);
    },
    lose: () => transport.destroy(),
  };
}

const WAYS = { 'Perspective Broker': overPb, MessagePack: overMsgpack } as const;

/** Workers that are attached, lose their sessions all at once, and come back. */
async function comebackOf(workers: number, wayOf: (farm: Farm) => Way) {
  const clock = new FakeClock();
  const master = new BusyMaster(clock);
  const backAtMs: number[] = [];
  const farm: Farm = {
    clock,
    master,
    isLost: false,
    entered: () => {
      if (farm.isLost) backAtMs.push(clock.monotonicMs());
    },
  };
  const ways = Array.from({ length: workers }, () => wayOf(farm));
  const connectors = ways.map(
    ({ connect }) =>
      new Connector({
        limits: { maxdelay: 300, maxretries: undefined },
        clock,
        connect,
        onTrying: () => {},
        onWaiting: () => {},
        onAttached: () => {},
        onLost: () => {},
        onGaveUp: () => {},
      }),
  );
  for (const connector of connectors) connector.start();
  await clock.advanceAsync(0);
  farm.isLost = true;
  const lostAtMs = clock.monotonicMs();
  for (const { lose } of ways) lose();
  await clock.advanceAsync(30_000);
  await Promise.all(connectors.map((connector) => connector.stop()));
  return {
    loginsAtMs: master.loginsAtMs,
    backAfterMs: backAtMs.map((at) => at - lostAtMs).sort((a, b) => a - b),
  };
}

/** Chance that is the same in each run. Source: Mulberry32. */
function drawFrom(lot: number): void {
  let state = lot;
  vi.spyOn(Math, 'random').mockImplementation(() => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** In whichever second most logins begin. */
function mostInASecond(atMs: readonly number[]): number {
  const counts = atMs.map((from) => atMs.filter((at) => at >= from && at < from + 1000).length);
  return Math.max(...counts);
}

describe.each(Object.entries(WAYS))(
  'workers whose master was lost by many, over %s',
  (_name, wayOf) => {
    it.each([1, 2, 3, 4, 5])(
      'log in at most 100 times in any second, and all of 1,000 are back within 20 s (lot %d)',
      async (lot) => {
        drawFrom(lot);
        const { loginsAtMs, backAfterMs } = await comebackOf(1_000, wayOf);
        expect(backAfterMs).toHaveLength(1_000);
        expect(mostInASecond(loginsAtMs)).toBeLessThanOrEqual(100);
        expect(backAfterMs.at(-1)).toBeLessThanOrEqual(20_000);
      },
      60_000,
    );

    it.each([1, 3, 10])('are back within two seconds where they are %d', async (workers) => {
      const { backAfterMs } = await comebackOf(workers, wayOf);
      expect(backAfterMs).toHaveLength(workers);
      expect(backAfterMs.at(-1)).toBeLessThanOrEqual(2_000);
    });
  },
);

describe('Arrivals', () => {
  it('knows a master that has greeted before, by its address', async () => {
    const arrivals = new Arrivals(new FakeClock());
    const first = arrivals.begin('ci:9989', false);
    expect([first.wasMaster, first.mayBeCrowded]).toEqual([false, false]);
    await first.greeted(NEVER);
    expect(arrivals.begin('ci:9989', true).mayBeCrowded).toBe(true);
    expect(arrivals.begin('ci:9989', false).wasMaster).toBe(true);
    expect(arrivals.begin('ci:80', false).wasMaster).toBe(false);
  });

  it('waits no longer once the try is over, and leaves no timer', async () => {
    const clock = new FakeClock();
    const arrivals = new Arrivals(clock);
    await arrivals.begin('ci:9989', false).greeted(NEVER);
    const crowded = arrivals.begin('ci:9989', true);
    clock.advance(1_000);
    let leave: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const greeted = crowded.greeted(left);
    expect(clock.pendingTimers).toBe(1);
    leave();
    await greeted;
    expect(clock.pendingTimers).toBe(0);
  });
});
