import { plainText } from '../../main/lib/plain-text.ts';
import { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { CopyableFailure } from '../../main/spread/broker/failure.ts';
import { Referenceable } from '../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../main/spread/broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../../main/spread/jelly/jelly-value.ts';
import { BrokerPair } from './broker-pair.ts';

/** A command as the worker got it, and what the worker can answer. */
export interface TakenCommand {
  readonly name: string;
  readonly args: ReadonlyMap<JellyValue, JellyValue>;
  update(key: string, value: JellyValue): Promise<void>;
  complete(failure?: Error): Promise<void>;
}

/** A worker in memory that does what a test asks, and the rehearsal master's end of it. */
export class RemoteWorker {
  /** What the master asked, in order, such as `linux.startBuild`. */
  readonly calls: string[] = [];
  readonly attached: AttachedWorker;
  /** Each command succeeds at once unless a test has other plans; it refuses one by throwing. */
  onCommand: (command: TakenCommand) => unknown = (command) => endsWith(command, 0);
  /** Why each interrupted command was. */
  onInterrupt: (why: string) => unknown = () => {};
  #pair: BrokerPair;
  #close!: () => void;

  private constructor() {
    this.#pair = new BrokerPair(this.#mind());
    const closed = new Promise<void>((resolve) => {
      this.#close = resolve;
    });
    const note = (what: string) => () => void this.calls.push(what);
    const transport = {
      write: note('bytes'),
      destroy: () => this.lose(),
      stopReading: note('stopReading'),
      readAgain: note('readAgain'),
    };
    const broker = this.#pair.client;
    this.attached = new AttachedWorker('w', broker.rootReference(), { broker, transport, closed });
  }

  /** Attached with these builders. */
  static async attach(...builders: readonly string[]): Promise<RemoteWorker> {
    const worker = new RemoteWorker();
    await worker.#pair.client.ready;
    await worker.attached.attach(builders);
    return worker;
  }

  /** The connection breaks. */
  lose(): void {
    this.#pair.client.connectionLost(new Error('the worker is gone'));
    this.#close();
  }

  #mind(): Referenceable {
    return new Referenceable({
      print: ([text]) => this.#note(`print ${plainText(text)}`),
      getWorkerInfo: () => new Map([['admin', 'Ada']]),
      setBuilderList: ([list]) => {
        this.#note('setBuilderList');
        return new Map(namesIn(list).map((name) => [name, this.#builder(name)]));
      },
      shutdown: () => this.#note('shutdown'),
    });
  }

  #builder(name: string): Referenceable {
    return new Referenceable({
      print: ([text]) => this.#note(`${name}.print ${plainText(text)}`),
      startBuild: () => this.#note(`${name}.startBuild`),
      startCommand: ([reference, id, command, args]) => {
        this.#note(`${name}.startCommand ${plainText(id)} ${plainText(command)}`);
        if (!(reference instanceof RemoteReference) || !(args instanceof Map)) return null;
        this.onCommand(takenCommand(reference, plainText(command), args));
        return null;
      },
      interruptCommand: ([id, why]) => {
        this.#note(`${name}.interruptCommand ${plainText(id)}`);
        this.onInterrupt(plainText(why));
        return null;
      },
    });
  }

  #note(call: string): null {
    this.calls.push(call);
    return null;
  }
}

function namesIn(list: JellyValue | undefined): readonly string[] {
  const pairs = Array.isArray(list) ? list : [];
  return pairs.flatMap((pair) => (pair instanceof Tuple ? [plainText(pair.items[0])] : []));
}

function takenCommand(
  reference: RemoteReference,
  name: string,
  args: ReadonlyMap<JellyValue, JellyValue>,
): TakenCommand {
  return {
    name,
    args,
    async update(key, value) {
      await reference.call('update', [[new Map([[key, value]]), 0]]);
    },
    async complete(failure) {
      await reference.call('complete', failure ? CopyableFailure.from(failure) : null);
    },
  };
}

/** A program that ends with this code. */
export async function endsWith(command: TakenCommand, rc: number): Promise<void> {
  await command.update('rc', rc);
  await command.complete();
}
