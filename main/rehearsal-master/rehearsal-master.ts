import { type Clock, systemClock } from '../lib/clock.ts';
import { messageOf } from '../lib/message-of.ts';
import { type Logger, silentLogger } from '../logging/logger.ts';
import { Broker } from '../spread/broker/broker.ts';
import { RaisedError } from '../spread/broker/errors.ts';
import type { Referenceable } from '../spread/broker/referenceable.ts';
import { loginRoot } from '../spread/cred/log-in.ts';
import { type LoopbackListener, listenOnLoopback } from '../transport/listen-on-loopback.ts';
import type { SocketTransport } from '../transport/socket-transport.ts';
import { AttachedWorker } from './attached-worker.ts';

export interface RehearsalMasterOptions {
  /** Passwords by worker name. */
  readonly workers: Readonly<Record<string, string>>;
  /** Builders that every worker gets. */
  readonly builders: readonly string[];
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** How long an older worker of a name may take to say that it is still there. Default 10,000. */
  readonly duplicateAnswerMs?: number;
}

/**
 * A small Buildbot master for this machine alone: it lets workers in, attaches them as a real master
 * does, and has what it wants done by `AttachedWorker`, command by command or as a whole build.
 */
export class RehearsalMaster {
  readonly #options: RehearsalMasterOptions;
  readonly #attached = new Map<string, AttachedWorker>();
  #listener: LoopbackListener | undefined;
  #waiting: ((worker: AttachedWorker) => void)[] = [];

  private constructor(options: RehearsalMasterOptions) {
    this.#options = options;
  }

  /** `port` 0 takes any that is free. Errors: Node's, for a port that cannot be had. */
  static async listen(options: RehearsalMasterOptions, port = 0): Promise<RehearsalMaster> {
    const master = new RehearsalMaster(options);
    master.#listener = await listenOnLoopback(port, (transport) => master.#connected(transport));
    return master;
  }

  get port(): number {
    return this.#listener?.port ?? 0;
  }

  /** The next worker that attaches; to be asked before it does. */
  nextAttached(): Promise<AttachedWorker> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Drops every worker and listens no more. Twice does no harm. */
  async close(): Promise<void> {
    await this.#listener?.close();
  }

  #connected(transport: SocketTransport): void {
    const { logger = silentLogger, workers } = this.#options;
    const root = loginRoot({
      passwordOf: (name) => (Object.hasOwn(workers, name) ? workers[name] : undefined),
      onLogin: (name, mind) => this.#loggedIn(new AttachedWorker(name, mind, connection)),
    });
    const send = (chunks: readonly Uint8Array[]): void => transport.write(chunks);
    const broker = new Broker({ role: 'server', root, logger, send });
    const closed = new Promise<void>((resolve) => {
      const onData = (chunk: Uint8Array): void => {
        try {
          broker.push(chunk);
        } catch (error) {
          logger.log('error', 'rehearsal', messageOf(error));
          transport.destroy();
        }
      };
      const onClosed = (): void => {
        broker.connectionLost(new Error('the worker is gone'));
        resolve();
      };
      transport.listen({ onData, onClosed });
    });
    const connection = { broker, transport, closed };
  }

  async #loggedIn(worker: AttachedWorker): Promise<Referenceable> {
    await this.#refuseIfThere(worker.name);
    this.#attached.set(worker.name, worker);
    void worker.ended.then(() => this.#forget(worker));
    await worker.attach(this.#options.builders);
    const waiting = this.#waiting;
    this.#waiting = [];
    // Once the answer to the login is on its way.
    setImmediate(() => {
      for (const resolve of waiting) resolve(worker);
    });
    return worker.perspective();
  }

  /** The older worker of a name stays if it still answers, else it makes room. */
  async #refuseIfThere(name: string): Promise<void> {
    const { clock = systemClock, duplicateAnswerMs = 10_000 } = this.#options;
    const older = this.#attached.get(name);
    if (older === undefined) return;
    if (await older.answers('master got a duplicate connection', clock, duplicateAnswerMs)) {
      throw new RaisedError('builtins.RuntimeError', 'rejecting duplicate worker');
    }
    older.drop();
    await older.ended;
  }

  #forget(worker: AttachedWorker): void {
    if (this.#attached.get(worker.name) === worker) this.#attached.delete(worker.name);
  }
}
