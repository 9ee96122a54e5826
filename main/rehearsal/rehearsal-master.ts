import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { messageOf } from '../lib/errors.ts';
import { type Logger, silentLogger } from '../lib/logger.ts';
import { Broker } from '../spread/broker/broker.ts';
import { RaisedError } from '../spread/broker/errors.ts';
import type { RemoteReference } from '../spread/broker/remote-reference.ts';
import { loginRoot } from '../spread/cred/login.ts';
import { AttachedWorker } from './attached-worker.ts';

export interface RehearsalMasterOptions {
  /** Passwords by worker name. */
  readonly workers: Readonly<Record<string, string>>;
  /** Builders that every worker gets. */
  readonly builders: readonly string[];
  readonly logger?: Logger;
}

/** A small Buildbot master on loopback: it lets workers in and gives them commands, one by one. */
export class RehearsalMaster {
  readonly port: number;
  readonly #options: RehearsalMasterOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #attached = new Map<string, AttachedWorker>();
  #waiting: ((worker: AttachedWorker) => void)[] = [];

  private constructor(server: Server, options: RehearsalMasterOptions) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port to listen on');
    this.port = address.port;
    this.#server = server;
    this.#options = options;
    server.on('connection', (socket) => this.#connected(socket));
  }

  /** `port` 0 takes any that is free. */
  static async listen(options: RehearsalMasterOptions, port = 0): Promise<RehearsalMaster> {
    const server = createServer({ noDelay: true });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new RehearsalMaster(server, options);
  }

  /** The next worker that attaches; to be asked before it does. */
  nextAttached(): Promise<AttachedWorker> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Drops every worker and listens no more. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #connected(socket: Socket): void {
    this.#sockets.add(socket);
    const { logger = silentLogger, workers } = this.#options;
    const root = loginRoot({
      passwordOf: (name) => (Object.hasOwn(workers, name) ? workers[name] : undefined),
      onLogin: (name, mind) => this.#loggedIn(name, mind, broker, socket),
    });
    const broker = new Broker({
      role: 'server',
      root,
      logger,
      send: (chunks) => {
        socket.cork();
        for (const chunk of chunks) socket.write(chunk);
        socket.uncork();
      },
    });
    socket.on('data', (chunk) => {
      try {
        broker.push(chunk);
      } catch (error) {
        logger.log('error', 'rehearsal', messageOf(error));
        socket.destroy();
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      broker.connectionLost(new Error('the worker is gone'));
    });
  }

  async #loggedIn(name: string, mind: RemoteReference, broker: Broker, socket: Socket) {
    if (this.#attached.has(name)) {
      throw new RaisedError('builtins.RuntimeError', 'rejecting duplicate worker');
    }
    const worker = new AttachedWorker(name, broker, mind, socket);
    this.#attached.set(name, worker);
    void worker.ended.then(() => this.#attached.delete(name));
    await worker.attach(this.#options.builders);
    const waiting = this.#waiting;
    this.#waiting = [];
    // Once the answer to the login is on its way.
    setImmediate(() => {
      for (const tell of waiting) tell(worker);
    });
    return worker.perspective();
  }
}
