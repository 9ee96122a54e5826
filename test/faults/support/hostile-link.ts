import { systemClock } from '../../../main/lib/clock.ts';
import type { AttachedWorker } from '../../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../../main/rehearsal-master/rehearsal-master.ts';
import type { Protocol } from '../../../main/worker-settings/protocols.ts';
import { shellArguments } from '../../support/daemon-commands.ts';
import { MsgpackMaster, mapOf, type RemoteMsgpackWorker } from '../../support/msgpack-master.ts';

/** A command that a hostile master has started. */
export interface HostileCommand {
  readonly completed: Promise<unknown>;
  interrupt(): Promise<unknown>;
}

/** What a hostile master may do to a worker, whatever the protocol. Its builder is `linux`. */
export interface HostileLink {
  /** Settles when the connection has ended. */
  readonly ended: Promise<void>;
  /** One small call. Errors: rejects when the connection is lost. */
  print(): Promise<unknown>;
  askInfo(): Promise<unknown>;
  /** Has it know builders of these names. */
  makeBuilders(names: readonly string[]): Promise<unknown>;
  listDirectory(name: string): Promise<HostileCommand>;
  /** `pattern` below the builder's directory. */
  glob(pattern: string): Promise<HostileCommand>;
  shell(script: string, more: HostileWords): Promise<HostileCommand>;
  /** Updates are read from now on, and never answered. */
  answerNoUpdates(): void;
  stopReading(): void;
  readAgain(): void;
}

export interface HostileWords {
  readonly logFiles?: readonly string[];
  /** Further words of the command line. */
  readonly words?: readonly string[];
}

/** A master that lets in `w`, and does nothing by itself but attach it. */
export interface HostileMaster {
  readonly port: number;
  /** Of the worker that attaches next; to be asked before it does. */
  nextLink(): Promise<HostileLink>;
  close(): void | Promise<void>;
}

const PASSWORD = 'secret';
const BUILDER = 'linux';
const PATIENCE_MS = 600_000;

/** On a free port. */
export async function hostileMaster(protocol: Protocol): Promise<HostileMaster> {
  if (protocol !== 'pb') return overMsgpack(await MsgpackMaster.listen(0, PASSWORD));
  const options = { workers: { w: PASSWORD }, builders: [BUILDER] };
  return overPb(await RehearsalMaster.listen(options));
}

function overPb(master: RehearsalMaster): HostileMaster {
  return {
    port: master.port,
    nextLink: async () => new PbLink(await master.nextAttached()),
    close: () => master.close(),
  };
}

class PbLink implements HostileLink {
  readonly ended: Promise<void>;
  readonly #worker: AttachedWorker;
  #answersUpdates = true;

  constructor(worker: AttachedWorker) {
    this.#worker = worker;
    this.ended = worker.ended;
  }

  async print(): Promise<void> {
    if (await this.#worker.answers('there?', systemClock, PATIENCE_MS)) return;
    throw new Error('the worker is gone');
  }

  askInfo(): Promise<unknown> {
    return this.#worker.askInfo();
  }

  makeBuilders(names: readonly string[]): Promise<unknown> {
    return this.#worker.setBuilders([BUILDER, ...names]);
  }

  listDirectory(name: string): Promise<HostileCommand> {
    return this.#start('listdir', { dir: name });
  }

  glob(pattern: string): Promise<HostileCommand> {
    return this.#start('glob', { path: pattern });
  }

  shell(script: string, { logFiles = [], words = [] }: HostileWords): Promise<HostileCommand> {
    const { command, ...others } = shellArguments(script);
    const logfiles = new Map(logFiles.map((name) => [name, name]));
    return this.#start('shell', { ...others, command: [...command, ...words], logfiles });
  }

  answerNoUpdates(): void {
    this.#answersUpdates = false;
  }

  stopReading(): void {
    this.#worker.stopReading();
  }

  readAgain(): void {
    this.#worker.readAgain();
  }

  async #start(
    name: string,
    args: Parameters<AttachedWorker['startCommand']>[2],
  ): Promise<HostileCommand> {
    const command = await this.#worker.startCommand(BUILDER, name, args, () => {});
    if (!this.#answersUpdates) command.answerLater(new Promise(() => {}));
    return { completed: command.completed, interrupt: () => command.interrupt('enough') };
  }
}

function overMsgpack(master: MsgpackMaster): HostileMaster {
  return {
    port: master.port,
    nextLink: async () => new MsgpackLink(await master.nextWorker()),
    close: () => master.close(),
  };
}

class MsgpackLink implements HostileLink {
  readonly ended: Promise<void>;
  readonly #worker: RemoteMsgpackWorker;

  constructor(worker: RemoteMsgpackWorker) {
    this.#worker = worker;
    this.ended = worker.ended;
    worker.onPair = () => {};
  }

  print(): Promise<unknown> {
    return this.#worker.session.call('print', { message: 'there?' });
  }

  askInfo(): Promise<unknown> {
    return this.#worker.session.call('get_worker_info');
  }

  /** A builder is known as soon as a command names it. */
  async makeBuilders(names: readonly string[]): Promise<void> {
    const path = this.#worker.basedir;
    const started = names.map((name) => this.#worker.startCommand('stat', { path }, name));
    for (const command of await Promise.all(started)) await command.completed;
  }

  listDirectory(name: string): Promise<HostileCommand> {
    return this.#start('listdir', { path: this.#pathOf(name) });
  }

  glob(pattern: string): Promise<HostileCommand> {
    return this.#start('glob', { path: this.#pathOf(pattern) });
  }

  shell(script: string, { logFiles = [], words = [] }: HostileWords): Promise<HostileCommand> {
    const { command, ...others } = shellArguments(script);
    const logfiles = mapOf(Object.fromEntries(logFiles.map((name) => [name, name])));
    const args = { ...others, command: [...command, ...words], logfiles };
    return this.#start('shell', { ...args, workdir: this.#pathOf('.') });
  }

  answerNoUpdates(): void {
    this.#worker.updatesAnswered = new Promise(() => {});
  }

  stopReading(): void {
    this.#worker.socket.pause();
  }

  readAgain(): void {
    this.#worker.socket.resume();
  }

  #pathOf(name: string): string {
    return `${this.#worker.basedir}/${BUILDER}/${name}`;
  }

  async #start(
    name: string,
    args: Parameters<RemoteMsgpackWorker['startCommand']>[1],
  ): Promise<HostileCommand> {
    const command = await this.#worker.startCommand(name, args, BUILDER);
    const interrupt = () => this.#worker.interrupt(command.id, 'enough');
    return { completed: command.completed, interrupt };
  }
}
