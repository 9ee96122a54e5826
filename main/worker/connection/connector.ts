import type {
  ConnectionProblem,
  ConnectionProblemKind,
} from '../../contract/worker/worker-status.ts';
import type { Clock, Timer } from '../../lib/clock.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import { LEFT_BY_US, type MasterConnection } from './master-connection.ts';
import { reconnectDelayMs } from './reconnect-delay-ms.ts';

/** Longest pause between two tries, and how many may fail in a row. */
export type RetryLimits = Pick<WorkerConfig, 'maxdelay' | 'maxretries'>;

export interface ConnectorOptions {
  readonly limits: RetryLimits;
  readonly clock: Clock;
  /** One try to reach the master, log in and be attached; `signal` ends it. */
  connect(signal: AbortSignal): Promise<Outcome<MasterConnection, ConnectionProblem>>;
  /** A try begins: 1 for the first. `problem` is why the one before, or the session, ended. */
  onTrying(attempt: number, problem: ConnectionProblem | undefined): void;
  /** The next try comes at `retryAt`, in ms since 1970. */
  onWaiting(attempt: number, retryAt: number, problem: ConnectionProblem): void;
  onAttached(connection: MasterConnection): void;
  /** An attached connection has ended; a new try follows unless `stop` was called. */
  onLost(problem: ConnectionProblem): void;
  /** So many tries in a row have failed. */
  onGaveUp(problem: ConnectionProblem, tries: number): void;
}

/**
 * What a master that has just restarted does not set right, nor do quick tries help one whose logins wait for
 * each other; or what a person has to install.
 */
const SLOWLY_RETRIED: ReadonlySet<ConnectionProblemKind> = new Set([
  'wrong-password',
  'login-unanswered',
  'protection',
]);

/** The time between two tries. */
interface Wait {
  /** In ms since 1970. */
  readonly retryAt: number;
  readonly timer: Timer;
  readonly end: () => void;
}

/** Keeps a worker attached to its master: tries, waits, tries again, until it is stopped. */
export class Connector {
  readonly #options: ConnectorOptions;
  #limits: RetryLimits;
  #abort: AbortController | undefined;
  #connection: MasterConnection | undefined;
  #wait: Wait | undefined;
  #finished: Promise<void> = Promise.resolve();

  constructor(options: ConnectorOptions) {
    this.#options = options;
    this.#limits = options.limits;
  }

  /** Other limits from now on; a wait that would be longer than they allow ends. */
  reconfigure(limits: RetryLimits): void {
    this.#limits = limits;
    const restMs = (this.#wait?.retryAt ?? 0) - this.#options.clock.now();
    if (restMs > limits.maxdelay * 1000) this.tryNow();
  }

  /** Begins. Does nothing when it has begun already. */
  start(): void {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#finished = this.#finished.then(() => this.#keepAttached(abort.signal));
  }

  /** Ends the connection and all tries; resolves once nothing of them is left. */
  async stop(): Promise<void> {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#connection?.close(LEFT_BY_US);
    this.tryNow();
    await this.#finished;
  }

  /** Ends a wait between two tries. */
  tryNow(): void {
    this.#wait?.timer.cancel();
    this.#wait?.end();
    this.#wait = undefined;
  }

  async #keepAttached(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    let failures = 0;
    let refusals = 0;
    let problem: ConnectionProblem | undefined;
    let lostAtMs: number | undefined;
    while (!signal.aborted) {
      this.#options.onTrying(failures + 1, problem);
      const outcome = await this.#options.connect(signal);
      if (outcome.ok) {
        problem = await this.#serve(outcome.value, signal);
        failures = 0;
        refusals = 0;
        lostAtMs = clock.monotonicMs();
      } else {
        problem = outcome.problem;
        failures += 1;
        refusals = SLOWLY_RETRIED.has(problem.kind) ? refusals + 1 : 0;
        const { maxretries } = this.#limits;
        if (maxretries !== undefined && failures >= maxretries && !signal.aborted) {
          this.#abort = undefined;
          this.#options.onGaveUp(problem, failures);
          return;
        }
      }
      if (signal.aborted) return;
      if (refusals > 0) await this.#pause(refusals, undefined, problem);
      else await this.#pause(Math.max(1, failures), lostAtMs, problem);
    }
  }

  async #serve(connection: MasterConnection, signal: AbortSignal): Promise<ConnectionProblem> {
    this.#connection = connection;
    if (signal.aborted) connection.close(LEFT_BY_US);
    else this.#options.onAttached(connection);
    const problem = await connection.ended;
    this.#connection = undefined;
    this.#options.onLost(problem);
    return problem;
  }

  #pause(
    failures: number,
    lostAtMs: number | undefined,
    problem: ConnectionProblem,
  ): Promise<void> {
    const { clock } = this.#options;
    const { maxdelay } = this.#limits;
    const sinceLostMs = lostAtMs === undefined ? undefined : clock.monotonicMs() - lostAtMs;
    const delayMs = reconnectDelayMs(failures, maxdelay, sinceLostMs, Math.random());
    const retryAt = clock.now() + delayMs;
    this.#options.onWaiting(failures, retryAt, problem);
    return new Promise((resolve) => {
      this.#wait = { retryAt, timer: clock.setTimer(delayMs, resolve), end: resolve };
    });
  }
}
