import { type Problem, problem } from '../../../contract/problem.ts';
import type { ConnectionProblem } from '../../../contract/worker/worker-status.ts';
import type { Clock } from '../../../lib/clock.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../../lib/outcome.ts';
import type { Logger } from '../../../logging/logger.ts';
import type { Expression } from '../../../spread/banana/expression.ts';
import { Broker } from '../../../spread/broker/broker.ts';
import { RemoteError } from '../../../spread/broker/errors.ts';
import type { RemoteReference } from '../../../spread/broker/remote-reference.ts';
import { logIn } from '../../../spread/cred/log-in.ts';
import type { Outgoing } from '../../../transport/outgoing.ts';
import type { Transport } from '../../../transport/transport.ts';
import type { Bot } from '../../bot.ts';
import type { Arrival } from '../arrival.ts';
import { CONNECTION_LOST, type MasterConnection } from '../master-connection.ts';
import { ReadingPace } from '../reading-pace.ts';
import { LONGEST_LOGIN_MS, SilenceLimit } from '../silence-limit.ts';
import { UnansweredUpdates } from '../unanswered-updates.ts';
import { FirstBytes } from './first-bytes.ts';
import { pbMind } from './pb-mind.ts';

export interface PbConnectionOptions {
  readonly transport: Transport;
  readonly bot: Bot;
  readonly workerName: string;
  readonly password: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly arrival: Arrival;
  /** What the port answers a web browser on another connection, see ask-as-browser.ts. */
  askAsBrowser(): Promise<Uint8Array | undefined>;
}

/** A master that speaks does so at once. */
const GREETING_TIMEOUT_MS = 5_000;
/** One that is busy, with a reconfiguration for example, may take longer; then it is tried again. */
const LONGEST_GREETING_MS = 15_000;
/** Attaching asks the master's database; a busy farm may take its time. */
const ATTACH_SILENCE_MS = 60_000;

/** Logs in to a master over an open transport; the connection once the master has attached us. */
export async function connectPb(
  options: PbConnectionOptions,
): Promise<Outcome<MasterConnection, ConnectionProblem>> {
  const connection = new PbConnection(options);
  const problem = await connection.attach();
  return problem ? failed(problem) : succeeded(connection);
}

class PbConnection implements MasterConnection {
  readonly isDrainedByUs = false;
  readonly ended: Promise<ConnectionProblem>;
  readonly #options: PbConnectionOptions;
  readonly #broker: Broker;
  readonly #pace: ReadingPace<Expression>;
  readonly #firstBytes: FirstBytes;
  #silence: SilenceLimit;
  #perspective: RemoteReference | undefined;
  #settleEnded!: (problem: ConnectionProblem) => void;
  #endReason: ConnectionProblem | undefined;

  constructor(options: PbConnectionOptions) {
    const { transport, clock, logger } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#settleEnded = resolve;
    });
    this.#firstBytes = new FirstBytes(transport.peer);
    this.#silence = new SilenceLimit(
      clock,
      GREETING_TIMEOUT_MS,
      () => void this.#greetsLate(),
      GREETING_TIMEOUT_MS,
    );
    this.#broker = new Broker({
      role: 'client',
      send: (chunks) => transport.write(chunks),
      logger,
    });
    this.#pace = new ReadingPace({
      transport,
      callsUnderWay: () => this.#broker.callsUnderWay,
      isOccupied: () => options.bot.isGatheringInfo,
      serve: (message) => this.#broker.receive(message),
      failed: (error) => this.#malformed(error),
    });
    transport.listen({
      onData: (chunk) => this.#received(chunk),
      onClosed: (error) => this.#closed(error),
    });
  }

  get lastHeardMs(): number {
    return this.#silence.lastHeardMs;
  }

  get isOwed(): boolean {
    return this.#broker.pendingCallCount > 0 || this.#options.transport.queuedBytes > 0;
  }

  outgoing(): Outgoing {
    return this.#options.transport.outgoing();
  }

  /** Undefined once attached, else what prevented it; the connection is then closed. */
  async attach(): Promise<ConnectionProblem | undefined> {
    const { bot, logger, transport, workerName, password } = this.#options;
    try {
      await this.#broker.ready;
      this.#silence.stop();
      await this.#options.arrival.greeted(this.ended);
      this.#watchSilence(ATTACH_SILENCE_MS);
      const mind = pbMind({ bot, flow: new UnansweredUpdates(transport), logger });
      this.#perspective = await logIn(this.#broker, workerName, password, mind);
      this.#silence.stop();
      return undefined;
    } catch (error) {
      const problem = this.#endReason ?? this.#loginProblem(error);
      this.close(problem);
      return problem;
    }
  }

  async keepalive(): Promise<void> {
    await this.#perspective?.call('keepalive');
  }

  async requestShutdown(): Promise<Outcome<void, Problem>> {
    try {
      await this.#perspective?.call('shutdown');
      return succeeded(undefined);
    } catch (error) {
      return failed(shutdownRefusal(error));
    }
  }

  /** The master clears its mark when a worker attaches, and at no other time. */
  withdrawShutdown(): boolean {
    return false;
  }

  close(reason: ConnectionProblem): void {
    this.#endReason ??= reason;
    this.#silence.stop();
    this.#pace.dispose();
    this.#options.transport.destroy();
  }

  #received(chunk: Uint8Array): void {
    if (this.#endReason) return;
    this.#silence.received();
    const stranger = this.#firstBytes.check(chunk);
    if (stranger) {
      this.close(stranger);
      return;
    }
    try {
      this.#pace.received(this.#broker.decode(chunk));
    } catch (error) {
      this.#malformed(error);
    }
  }

  #malformed(error: unknown): void {
    const { peer } = this.#options.transport;
    const why = problem('session.notPerspectiveBroker', { peer, reason: messageOf(error) });
    this.close({ kind: 'protocol-error', problem: why });
  }

  #closed(error: Error | undefined): void {
    const reason = this.#endReason ?? this.#closedProblem(error);
    this.#endReason = reason;
    this.#silence.stop();
    this.#pace.dispose();
    this.#broker.connectionLost(new Error(CONNECTION_LOST));
    this.#settleEnded(reason);
  }

  #closedProblem(error: Error | undefined): ConnectionProblem {
    const { peer } = this.#options.transport;
    if (!this.#perspective) return this.#firstBytes.closedProblem(this.#options.arrival.wasMaster);
    const message = error ? messageOf(error) : '';
    return {
      kind: 'closed-by-master',
      problem: problem('session.closedByMaster', { peer, message }),
    };
  }

  #watchSilence(limitMs: number): void {
    this.#silence.stop();
    const onLate = (afterMs: number): void => {
      const { peer } = this.#options.transport;
      const why = problem('session.loginUnanswered', { peer, seconds: afterMs / 1000 });
      this.close({ kind: 'login-unanswered', problem: why });
    };
    const { clock } = this.#options;
    this.#silence = new SilenceLimit(clock, limitMs, onLate, LONGEST_LOGIN_MS);
  }

  /**
   * A web server waits to be asked: its answer shows what it is. It is asked on another connection, since
   * on this one a busy master would take the question for the login.
   */
  async #greetsLate(): Promise<void> {
    const { arrival, clock, transport, askAsBrowser } = this.#options;
    const { peer } = transport;
    let isMaster = arrival.wasMaster;
    const restMs = LONGEST_GREETING_MS - GREETING_TIMEOUT_MS;
    const onLate = (): void => {
      const facts = { peer, seconds: LONGEST_GREETING_MS / 1000 };
      const why = isMaster
        ? problem('session.masterIsSlow', facts)
        : problem('reaching.pbPortSilent', facts);
      this.close({ kind: 'timed-out', problem: why });
    };
    const late = new SilenceLimit(clock, restMs, onLate, restMs);
    this.#silence = late;
    if (isMaster) return;
    const answer = await askAsBrowser();
    // It may have greeted meanwhile, or the try was ended.
    if (answer === undefined || this.#silence !== late || this.#endReason) return;
    const stranger = new FirstBytes(peer).answered(answer);
    if (stranger) this.close(stranger);
    isMaster = true;
  }

  #loginProblem(error: unknown): ConnectionProblem {
    const { workerName, transport } = this.#options;
    const { peer } = transport;
    if (!(error instanceof RemoteError)) {
      return {
        kind: 'protocol-error',
        problem: problem('session.loginFailed', { peer, reason: messageOf(error) }),
      };
    }
    if (error.typeName.endsWith('UnauthorizedLogin')) {
      return {
        kind: 'wrong-password',
        problem: problem('session.wrongLogin', { peer, workerName }),
      };
    }
    if (error.value.includes('rejecting duplicate worker')) {
      return {
        kind: 'duplicate-name',
        problem: problem('session.duplicateName', { peer, workerName }),
      };
    }
    const message = `${error.typeName}: ${error.value}`;
    return {
      kind: 'protocol-error',
      problem: problem('session.attachingFailed', { peer, error: message }),
    };
  }
}

function shutdownRefusal(error: unknown): Problem {
  if (error instanceof RemoteError && error.typeName.endsWith('AttributeError')) {
    return problem('session.cannotLeaveGracefully');
  }
  return problem('session.shutdownNotReported', { reason: messageOf(error) });
}
