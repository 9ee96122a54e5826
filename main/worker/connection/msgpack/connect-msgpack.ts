import { type Problem, problem } from '../../../contract/problem.ts';
import type { ConnectionProblem } from '../../../contract/worker/worker-status.ts';
import type { Clock } from '../../../lib/clock.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../../lib/outcome.ts';
import type { Logger } from '../../../logging/logger.ts';
import { MsgpackSession } from '../../../msgpack/msgpack-session.ts';
import type { Outgoing } from '../../../transport/outgoing.ts';
import type {
  MessageTransport,
  MessageTransportEnd,
} from '../../../transport/web-socket/message-transport.ts';
import type { Bot } from '../../bot.ts';
import { CONNECTION_LOST, LEFT_BY_US, type MasterConnection } from '../master-connection.ts';
import { ReadingPace } from '../reading-pace.ts';
import { LONGEST_LOGIN_MS, SilenceLimit } from '../silence-limit.ts';
import { UnansweredUpdates } from '../unanswered-updates.ts';
import { MsgpackBot } from './msgpack-bot.ts';
import { OwnDrain } from './own-drain.ts';

export interface MsgpackConnectionOptions {
  /** Open, and logged in by its handshake. */
  readonly transport: MessageTransport;
  readonly bot: Bot;
  readonly workerName: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Attaching asks the master's database; a busy farm may take its time. */
const ATTACH_SILENCE_MS = 60_000;

/** Serves a master over an open web socket; the connection once the master has attached us. */
export async function connectMsgpack(
  options: MsgpackConnectionOptions,
): Promise<Outcome<MasterConnection, ConnectionProblem>> {
  const connection = new MsgpackConnection(options);
  const problem = await connection.attached;
  return problem ? failed(problem) : succeeded(connection);
}

class MsgpackConnection implements MasterConnection {
  readonly isDrainedByUs = true;
  readonly ended: Promise<ConnectionProblem>;
  /** Settles with undefined once attached, else with what prevented it. */
  readonly attached: Promise<ConnectionProblem | undefined>;
  readonly #options: MsgpackConnectionOptions;
  readonly #session: MsgpackSession;
  readonly #pace: ReadingPace<Uint8Array>;
  readonly #drain: OwnDrain;
  readonly #silence: SilenceLimit;
  #isAttached = false;
  #hasBeenAsked = false;
  #endReason: ConnectionProblem | undefined;
  #settleEnded!: (problem: ConnectionProblem) => void;
  #settleAttached!: (problem: ConnectionProblem | undefined) => void;

  constructor(options: MsgpackConnectionOptions) {
    const { transport, bot, clock, logger } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#settleEnded = resolve;
    });
    this.attached = new Promise((resolve) => {
      this.#settleAttached = resolve;
    });
    this.#drain = new OwnDrain(bot);
    this.#session = new MsgpackSession({
      send: (message) => transport.send(message),
      answer: (request) => served.answer(request),
      logger,
    });
    const served = new MsgpackBot({
      bot,
      clock,
      logger,
      session: this.#session,
      flow: new UnansweredUpdates(transport),
      drain: this.#drain,
      onServed: () => this.#served(),
    });
    const onLate = (afterMs: number): void => this.#notAttached(afterMs);
    this.#silence = new SilenceLimit(clock, ATTACH_SILENCE_MS, onLate, LONGEST_LOGIN_MS);
    this.#pace = new ReadingPace({
      transport,
      callsUnderWay: () => this.#session.callsUnderWay,
      isOccupied: () => options.bot.isGatheringInfo,
      serve: (message) => this.#session.receive(message),
      failed: (error) => this.#malformed(error),
    });
    transport.listen({
      onMessage: (message) => this.#received(message),
      onText: () => logger.log('warn', 'connection', 'the master sent text, which was ignored'),
      onSignOfLife: () => this.#silence.received(),
      onClosed: (end) => this.#closed(end),
    });
  }

  get lastHeardMs(): number {
    return this.#silence.lastHeardMs;
  }

  get isOwed(): boolean {
    return this.#session.pendingCallCount > 0 || this.#options.transport.queuedBytes > 0;
  }

  outgoing(): Outgoing {
    return this.#options.transport.outgoing();
  }

  /** Masters answer no keepalive of ours; every web socket answers a ping. */
  keepalive(): Promise<void> {
    return this.#options.transport.ping();
  }

  async requestShutdown(): Promise<Outcome<void, Problem>> {
    const text = 'this master cannot be asked, so new builds are held back until we leave';
    this.#options.logger.log('info', 'worker', text);
    this.#drain.begin();
    return succeeded(undefined);
  }

  withdrawShutdown(): boolean {
    return this.#drain.cancel();
  }

  close(reason: ConnectionProblem): void {
    this.#endReason ??= reason;
    this.#silence.stop();
    if (reason === LEFT_BY_US) this.#options.transport.end();
    else this.#options.transport.destroy();
  }

  #received(message: Uint8Array): void {
    if (this.#endReason) return;
    this.#silence.received();
    this.#hasBeenAsked = true;
    this.#pace.received([message]);
  }

  #malformed(error: unknown): void {
    const { peer } = this.#options.transport;
    this.close({
      kind: 'protocol-error',
      problem: problem('session.notMessagePack', { peer, reason: messageOf(error) }),
    });
  }

  #served(): void {
    if (this.#isAttached) return;
    this.#isAttached = true;
    this.#silence.stop();
    this.#settleAttached(undefined);
  }

  #notAttached(afterMs: number): void {
    const seconds = afterMs / 1000;
    const { peer } = this.#options.transport;
    if (this.#hasBeenAsked) {
      const why = problem('session.attachingTooSlow', { peer, seconds });
      this.close({ kind: 'timed-out', problem: why });
    } else {
      const why = problem('session.loginUnanswered', { peer, seconds });
      this.close({ kind: 'login-unanswered', problem: why });
    }
  }

  #closed(end: MessageTransportEnd): void {
    const reason = this.#endReason ?? this.#closedProblem(end);
    this.#endReason = reason;
    this.#silence.stop();
    this.#drain.dispose();
    this.#pace.dispose();
    this.#session.connectionLost(CONNECTION_LOST);
    this.#settleAttached(reason);
    this.#settleEnded(reason);
  }

  #closedProblem({ error, reason }: MessageTransportEnd): ConnectionProblem {
    const { workerName, transport } = this.#options;
    const { peer } = transport;
    const message = error ? messageOf(error) : reason;
    if (this.#isAttached || error) {
      return {
        kind: 'closed-by-master',
        problem: problem('session.closedByMaster', { peer, message }),
      };
    }
    if (this.#hasBeenAsked) {
      return {
        kind: 'closed-by-master',
        problem: problem('session.closedBeforeAttached', { peer, message }),
      };
    }
    // Name and password were right, and it hangs up without a question: this protocol shows no more.
    return {
      kind: 'duplicate-name',
      problem: problem('session.probablyDuplicate', { peer, workerName, message }),
    };
  }
}
