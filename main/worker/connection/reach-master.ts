import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { Logger } from '../../logging/logger.ts';
import { within } from '../../system/within.ts';
import { askAsBrowser } from '../../transport/ask-as-browser.ts';
import type { Dial } from '../../transport/transport.ts';
import type { AskForLogin, DialWebSocket } from '../../transport/web-socket/message-transport.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import type { Bot } from '../bot.ts';
import type { Arrival } from './arrival.ts';
import type { MasterConnection } from './master-connection.ts';
import { connectMsgpack } from './msgpack/connect-msgpack.ts';
import { connectPb } from './pb/connect-pb.ts';

export interface ReachServices {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dial: Dial;
  readonly dialWebSocket: DialWebSocket;
  readonly askForLogin: AskForLogin;
}

export interface Reach extends ReachServices {
  readonly arrival: Arrival;
}

type Reached = Promise<Outcome<MasterConnection, ConnectionProblem>>;

/** How long one try to reach the master may take before TCP's own patience. */
const DIAL_TIMEOUT_MS = 20_000;

/** Dials the master and logs in, over the protocol of the configuration; `signal` ends the try. */
export function reachMaster(
  config: WorkerConfig,
  bot: Bot,
  services: Reach,
  signal: AbortSignal,
): Reached {
  return config.protocol === 'pb'
    ? reachOverPb(config, bot, services, signal)
    : reachOverMsgpack(config, bot, services, signal);
}

async function reachOverPb(
  { master, workerName, password }: WorkerConfig,
  bot: Bot,
  { dial, clock, logger, arrival }: Reach,
  signal: AbortSignal,
): Reached {
  const dialled = await dial(master, within(signal, DIAL_TIMEOUT_MS));
  if (!dialled.ok) return dialled;
  const transport = dialled.value;
  return endedBy(signal, transport, () =>
    connectPb({
      transport,
      bot,
      workerName,
      password,
      clock,
      logger,
      arrival,
      askAsBrowser: () => askAsBrowser(dial, master, clock, signal),
    }),
  );
}

async function reachOverMsgpack(
  { master, path, workerName, password }: WorkerConfig,
  bot: Bot,
  { dialWebSocket, askForLogin, clock, logger, arrival }: Reach,
  signal: AbortSignal,
): Reached {
  const place = { address: master, path };
  if (arrival.mayBeCrowded) {
    // The handshake holds the login: whether it has to wait shows on a connection without one.
    const asked = await askForLogin(place, within(signal, DIAL_TIMEOUT_MS), signal);
    if (!asked.ok) return asked;
    await untilLoginIsDue(arrival, signal);
  }
  const request = { ...place, workerName, password };
  const dialled = await dialWebSocket(request, within(signal, DIAL_TIMEOUT_MS), signal);
  if (!dialled.ok) return dialled;
  // Only how long it took is of interest here.
  if (!arrival.mayBeCrowded) await untilLoginIsDue(arrival, signal);
  const transport = dialled.value;
  return endedBy(signal, transport, () =>
    connectMsgpack({ transport, bot, workerName, clock, logger }),
  );
}

async function untilLoginIsDue(arrival: Arrival, signal: AbortSignal): Promise<void> {
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  await arrival.greeted(left);
  signal.removeEventListener('abort', leave);
}

/** Lets `signal` end a login that is under way. */
async function endedBy<T>(
  signal: AbortSignal,
  transport: { destroy(): void },
  logIn: () => Promise<T>,
): Promise<T> {
  const abort = (): void => transport.destroy();
  signal.addEventListener('abort', abort);
  try {
    return await logIn();
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
