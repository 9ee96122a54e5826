import type { Clock } from '../lib/clock.ts';
import { type Teardown, toTeardown } from '../lib/teardown.ts';
import type { Broker } from '../spread/broker/broker.ts';
import { RaisedError } from '../spread/broker/errors.ts';
import { Referenceable } from '../spread/broker/referenceable.ts';
import { RemoteReference } from '../spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../spread/jelly/jelly-value.ts';
import type { SocketTransport } from '../transport/socket-transport.ts';
import { type ReceivedUpdate, RehearsalCommand } from './rehearsal-command.ts';

/** What the master does to a worker's link besides talking. */
type Link = Pick<SocketTransport, 'write' | 'destroy' | 'stopReading' | 'readAgain'>;

/** What a worker came by. */
export interface WorkerConnection {
  readonly broker: Broker;
  readonly transport: Link;
  /** Settles when it has ended, from whichever side. */
  readonly closed: Promise<void>;
}

/** A worker that has logged in at the rehearsal master. */
export class AttachedWorker {
  readonly name: string;
  readonly broker: Broker;
  /** Settles when the connection has ended. */
  readonly ended: Promise<void>;
  /** What `getWorkerInfo` answered. */
  info: ReadonlyMap<JellyValue, JellyValue> = new Map();
  keepalives = 0;
  answersKeepalives = true;
  /** The worker has asked to be given no more builds. */
  isGraceful = false;
  readonly #transport: Link;
  readonly #mind: RemoteReference;
  readonly #builders = new Map<string, RemoteReference>();
  readonly #running = new Set<RehearsalCommand>();
  #openBuilds = 0;
  #lastCommandId = 0;
  #wasAskedToLeave = false;

  constructor(name: string, mind: RemoteReference, connection: WorkerConnection) {
    this.name = name;
    this.broker = connection.broker;
    this.#mind = mind;
    this.#transport = connection.transport;
    this.ended = connection.closed.then(() => {
      for (const command of this.#running) command.lost();
    });
  }

  /** Makes the calls that a real master makes, in its order. */
  async attach(builderNames: readonly string[]): Promise<void> {
    await this.#mind.call('print', 'attached');
    await this.askInfo();
    await this.setBuilders(builderNames);
  }

  async askInfo(): Promise<void> {
    const info = await this.#mind.call('getWorkerInfo');
    if (info instanceof Map) this.info = info;
  }

  /** Assigns builders again; those that are left out are taken away. */
  async setBuilders(names: readonly string[]): Promise<void> {
    const list = names.map((name) => new Tuple([name, name]));
    const answer = await this.#mind.call('setBuilderList', list);
    for (const builder of this.#builders.values()) builder.release();
    this.#builders.clear();
    for (const [name, reference] of answer instanceof Map ? answer : []) {
      if (reference instanceof RemoteReference) this.#builders.set(String(name), reference);
    }
    for (const name of names) await this.#builder(name).call('print', 'attached');
  }

  /** What the worker may call on us. */
  perspective(): Referenceable {
    return new Referenceable({
      keepalive: () => {
        this.keepalives += 1;
        return this.answersKeepalives ? null : new Promise<JellyValue>(() => {});
      },
      shutdown: () => {
        this.isGraceful = true;
        this.#leaveIfIdle();
        return null;
      },
    });
  }

  /** Prints into the worker's log; false when nothing was answered in time, or the worker is gone. */
  answers(message: string, clock: Clock, withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = clock.setTimer(withinMs, () => resolve(false));
      const settle = (isThere: boolean): void => {
        timer.cancel();
        resolve(isThere);
      };
      this.#mind.call('print', message).then(
        () => settle(true),
        () => settle(false),
      );
    });
  }

  /** Errors: RaisedError for a worker that takes no more builds. */
  async startBuild(builderName: string): Promise<void> {
    if (this.isGraceful) throw new RaisedError('builtins.RuntimeError', 'the worker is leaving');
    await this.#builder(builderName).call('print', 'ping');
    await this.#builder(builderName).call('startBuild');
  }

  /** Keeps a worker that is to leave until it may: a build has gaps without a command. */
  hold(): Teardown {
    this.#openBuilds += 1;
    return toTeardown(() => {
      this.#openBuilds -= 1;
      this.#leaveIfIdle();
    });
  }

  /**
   * Gives a command to a builder; resolves when the worker has taken it.
   *
   * Errors: RemoteError when the worker refuses it.
   */
  async startCommand(
    builderName: string,
    commandName: string,
    args: Readonly<Record<string, JellyValue>>,
    onUpdate?: (update: ReceivedUpdate) => void,
  ): Promise<RehearsalCommand> {
    this.#lastCommandId += 1;
    const commandId = String(this.#lastCommandId);
    const builder = this.#builder(builderName);
    const command = new RehearsalCommand(commandId, builder, onUpdate);
    this.#running.add(command);
    void command.completed.then(() => {
      this.#running.delete(command);
      this.#leaveIfIdle();
    });
    const dictionary = new Map(Object.entries(args));
    try {
      await builder.call('startCommand', command.reference, commandId, commandName, dictionary);
    } catch (error) {
      command.lost();
      throw error;
    }
    return command;
  }

  /** Ends the connection without a word. */
  drop(): void {
    this.#transport.destroy();
  }

  /** Sends bytes that are no Perspective Broker. */
  sendRaw(bytes: Uint8Array): void {
    this.#transport.write([bytes]);
  }

  stopReading(): void {
    this.#transport.stopReading();
  }

  readAgain(): void {
    this.#transport.readAgain();
  }

  #builder(name: string): RemoteReference {
    const builder = this.#builders.get(name);
    if (!builder) throw new Error(`the worker knows no builder ${name}`);
    return builder;
  }

  #leaveIfIdle(): void {
    if (!this.isGraceful || this.#wasAskedToLeave) return;
    if (this.#running.size > 0 || this.#openBuilds > 0) return;
    this.#wasAskedToLeave = true;
    // The worker drops the connection after it has answered, perhaps before the answer came.
    this.#mind.call('shutdown').catch(() => {});
  }
}
