import { type Expression, isList } from '../../../../main/spread/banana/expression.ts';
import { Broker } from '../../../../main/spread/broker/broker.ts';
import { Referenceable } from '../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../main/spread/broker/remote-reference.ts';
import { copierOf } from '../../../../main/spread/broker/wire-form-of.ts';
import { type JellyValue, Tuple } from '../../../../main/spread/jelly/jelly-value.ts';
import { unjelly } from '../../../../main/spread/jelly/unjelly.ts';
import { wordFrom } from '../../../../main/spread/jelly/words.ts';
import { allDelivered } from '../../../support/broker-pair.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import type { RecordedMessage } from '../../../support/wire-fixtures.ts';

/**
 * Speaks the worker's side of a recorded session again, by our broker: it is given what the master
 * said, and calls, answers and releases whatever the Python worker did, in the recorded order.
 */
export class Replay {
  readonly broker: Broker;
  /** What our broker sent, a message each. */
  readonly sent: Uint8Array[] = [];
  readonly #session: readonly RecordedMessage[];
  /** Ours, by their recorded number. */
  readonly #objects = new Map<number, Referenceable>();
  /** The master's, which we received. */
  readonly #references = new Map<number, RemoteReference>();
  /** Calls of the master that wait for our answer. */
  readonly #answers = new Map<Expression | undefined, (value: JellyValue) => void>();
  #playing: Expression = [];

  constructor(session: readonly RecordedMessage[]) {
    this.#session = session;
    this.broker = new Broker({
      role: 'client',
      send: (chunks) => this.sent.push(new Uint8Array(Buffer.concat(chunks))),
      logger: new RecordingLogger(),
    });
  }

  async play(): Promise<void> {
    for (const { from, bytes, value } of this.#session) {
      this.#playing = value;
      if (from === 'worker') this.#send(value);
      else this.broker.push(bytes);
      await allDelivered();
    }
  }

  /** The first words, about dialect and version, the broker sends by itself. */
  #send(expression: Expression): void {
    const [kind, id, ...rest] = isList(expression) ? expression : [];
    const word = wordFrom(kind);
    if (word === 'message') this.#call(rest);
    if (word === 'answer') this.#answers.get(id)?.(this.#valueFrom(rest[0]));
    if (word === 'decref') this.#references.get(Number(id))?.release();
  }

  #call([id, method, , args]: readonly Expression[]): void {
    const reference =
      typeof id === 'number' ? this.#references.get(id) : this.broker.rootReference();
    const values = this.#valueFrom(args);
    if (!reference || !(values instanceof Tuple)) throw new Error('a call that cannot be made');
    void reference
      .call(wordFrom(method) ?? '', ...values.items)
      .then((answer) => this.#keep(answer));
  }

  /** An object that lets itself be called by whatever name the session has. */
  #callable(): Referenceable {
    const take = (args: readonly JellyValue[]): Promise<JellyValue> => {
      this.#keep(args);
      const id = isList(this.#playing) ? this.#playing[1] : undefined;
      return new Promise((resolve) => this.#answers.set(id, resolve));
    };
    const names = this.#session.flatMap(({ value }) =>
      isList(value) && wordFrom(value[0]) === 'message' ? [wordFrom(value[3]) ?? ''] : [],
    );
    return new Referenceable(Object.fromEntries(names.map((name) => [name, take])));
  }

  /** What the worker sent, as values to send again. */
  #valueFrom(expression: Expression = []): JellyValue {
    return unjelly(expression, {
      receive: (id) => this.#object(id),
      find: (id) => {
        throw new Error(`the session never hands the object ${id} back`);
      },
      copierOf,
    });
  }

  #object(id: number): Referenceable {
    const object = this.#objects.get(id) ?? this.#callable();
    this.#objects.set(id, object);
    return object;
  }

  #keep(value: JellyValue): void {
    if (value instanceof RemoteReference) this.#references.set(Number(value.id), value);
    else if (value instanceof Tuple) this.#keep(value.items);
    else if (value instanceof Map) this.#keep([...value.values()]);
    else if (Array.isArray(value)) for (const item of value) this.#keep(item);
  }
}
