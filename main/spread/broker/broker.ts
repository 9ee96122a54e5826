import { messageOf } from '../../lib/message-of.ts';
import { plainText } from '../../lib/plain-text.ts';
import type { Logger } from '../../logging/logger.ts';
import { BananaDecoder } from '../banana/banana-decoder.ts';
import { BananaEncoder } from '../banana/banana-encoder.ts';
import { type Expression, isList } from '../banana/expression.ts';
import { BANANA_ELEMENT_LIMIT, BANANA_ELEMENT_LIMIT_OF_WORKERS } from '../banana/limits.ts';
import { jelly } from '../jelly/jelly.ts';
import { JellyError } from '../jelly/jelly-error.ts';
import { type JellyValue, Tuple } from '../jelly/jelly-value.ts';
import { unjelly, type ValueSource } from '../jelly/unjelly.ts';
import { word, wordFrom } from '../jelly/words.ts';
import { BrokerError, RaisedError, RemoteError, type RemoteFailure } from './errors.ts';
import { CopyableFailure, textOf } from './failure.ts';
import { LocalObjects } from './local-objects.ts';
import type { Referenceable, RemoteMethod } from './referenceable.ts';
import { type ReferenceHolder, RemoteReference } from './remote-reference.ts';
import { copierOf, wireFormOf } from './wire-form-of.ts';

export interface BrokerOptions {
  /** A server speaks first. */
  readonly role: 'client' | 'server';
  /** Sends bytes in order. The chunks are not to be kept or changed after they have been written. */
  readonly send: (chunks: readonly Uint8Array[]) => void;
  readonly logger: Logger;
  /** What the peer may call before it holds any reference; a master's login. */
  readonly root?: Referenceable;
}

/** The version of the protocol that all Twisteds speak. */
const PB_VERSION = 6;
const ROOT = 'root';
const DIALECTS = [word('pb'), word('none')];

const MESSAGE = word('message');
const ANSWER = word('answer');
const ERROR = word('error');
const DECREF = word('decref');
const VERSION = word('version');

interface PendingCall {
  readonly resolve: (value: JellyValue) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One end of a Perspective Broker connection: bytes in by `push`, bytes out by `send`, calls and answers
 * between. It knows no socket and no time.
 *
 * Source: Twisted, spread/pb.py, Broker.
 */
export class Broker {
  /** Settles once both sides agree on the dialect; rejects when the connection is lost before. */
  readonly ready: Promise<void>;
  readonly #options: BrokerOptions;
  readonly #elementLimit: number;
  readonly #decoder: BananaDecoder;
  readonly #encoder = new BananaEncoder();
  readonly #localObjects = new LocalObjects();
  readonly #pendingCalls = new Map<number, PendingCall>();
  readonly #holder: ReferenceHolder;
  #callsUnderWay = 0;
  #settleReady!: PendingCall;
  #isNegotiated = false;
  #remoteObjectCount = 0;
  #lastRequestId = 0;
  #lost: BrokerError | undefined;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#elementLimit =
      options.role === 'client' ? BANANA_ELEMENT_LIMIT : BANANA_ELEMENT_LIMIT_OF_WORKERS;
    this.#decoder = new BananaDecoder(this.#elementLimit);
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve: () => resolve(), reject };
    });
    // Without a listener the loss is reported elsewhere.
    this.ready.catch(() => {});
    this.#holder = {
      call: (id, method, args) => this.#call(id, method, args),
      callWithoutAnswer: (id, method, args) => this.#callWithoutAnswer(id, method, args),
      release: (id) => this.#release(id),
    };
    if (options.role === 'server') this.#send(DIALECTS);
  }

  /** Objects of ours that the peer holds. */
  get localObjectCount(): number {
    return this.#localObjects.size;
  }

  /** References to the peer's objects that were not released yet. */
  get remoteObjectCount(): number {
    return this.#remoteObjectCount;
  }

  /** Calls of the peer's that have not ended, whether it wants an answer or not. */
  get callsUnderWay(): number {
    return this.#callsUnderWay;
  }

  get pendingCallCount(): number {
    return this.#pendingCalls.size;
  }

  /** The peer's root, which needs no release. */
  rootReference(): RemoteReference {
    return new RemoteReference(word(ROOT), this.#holder);
  }

  /**
   * Takes what the peer sent, cut anywhere.
   *
   * Errors: BananaError, or BrokerError with code PB_DIALECT, PB_VERSION or PB_MALFORMED, for a peer that
   *         does not keep to the protocol: drop the connection.
   */
  push(chunk: Uint8Array): void {
    for (const message of this.decode(chunk)) this.receive(message);
  }

  /** The messages that a chunk completes, to be received in this order. Errors: BananaError. */
  decode(chunk: Uint8Array): readonly Expression[] {
    return this.#decoder.push(chunk);
  }

  /** Errors: as `push`. */
  receive(message: Expression): void {
    if (this.#lost) return;
    if (this.#isNegotiated) this.#receive(message);
    else this.#negotiate(message);
  }

  /** Fails every call that waits for an answer, and forgets all objects. Twice does no harm. */
  connectionLost(reason: Error): void {
    if (this.#lost) return;
    this.#lost = new BrokerError('PB_CONNECTION_LOST', reason.message, { cause: reason });
    const waiting = [this.#settleReady, ...this.#pendingCalls.values()];
    this.#pendingCalls.clear();
    this.#localObjects.clear();
    this.#remoteObjectCount = 0;
    for (const { reject } of waiting) reject(this.#lost);
  }

  #negotiate(expression: Expression): void {
    if (this.#options.role === 'client') {
      const offered = isList(expression) ? expression.map(wordFrom) : [];
      if (!offered.includes('pb')) {
        throw new BrokerError('PB_DIALECT', 'no dialect that we know was offered');
      }
      this.#send(word('pb'));
    } else if (wordFrom(expression) !== 'pb') {
      throw new BrokerError('PB_DIALECT', 'a dialect was chosen that we do not know');
    }
    this.#isNegotiated = true;
    this.#send([VERSION, PB_VERSION]);
    this.#settleReady.resolve(null);
  }

  #receive(expression: Expression): void {
    if (!isList(expression)) throw malformed('not a list');
    const kind = wordFrom(expression[0]);
    switch (kind) {
      case 'version':
        if (expression[1] === PB_VERSION) return;
        throw new BrokerError(
          'PB_VERSION',
          `the peer speaks version ${plainText(expression[1])}, where ${PB_VERSION} is spoken here`,
        );
      case 'message':
        this.#receiveMessage(expression);
        return;
      case 'answer':
        this.#receiveAnswer(expression);
        return;
      case 'error':
        this.#receiveError(expression);
        return;
      case 'decref':
        this.#receiveDecref(expression);
        return;
      case 'uncache':
      case 'decache':
      case 'cachemessage':
        this.#log('debug', `${kind} was ignored: nothing is cached here`);
        return;
      default:
        throw malformed('of a kind that does not exist');
    }
  }

  #receiveMessage([
    ,
    id,
    objectId,
    methodName,
    answerRequired,
    args,
    kwargs,
  ]: readonly Expression[]): void {
    const requestId = requestIdFrom(id);
    const method = wordFrom(methodName);
    if (objectId === undefined || method === undefined) throw malformed('without object or method');
    if (args === undefined || kwargs === undefined) throw malformed('without arguments');
    const answer = answerRequired !== 0;
    this.#callsUnderWay += 1;
    void this.#runMethod(objectId, method, args, kwargs).then(
      (value) => {
        this.#callsUnderWay -= 1;
        if (answer) this.#sendAnswer(requestId, value);
      },
      (error: unknown) => {
        this.#callsUnderWay -= 1;
        this.#log('debug', `the call of ${method} failed: ${messageOf(error)}`);
        if (answer) this.#sendError(requestId, error);
      },
    );
  }

  /** Begins to run the method before it returns, so that calls start in the order they came. */
  async #runMethod(
    objectId: Expression,
    methodName: string,
    args: Expression,
    kwargs: Expression,
  ): Promise<JellyValue> {
    const received: RemoteReference[] = [];
    try {
      const unjellied = this.#unjelly(args, received);
      const keywords = this.#unjelly(kwargs, received);
      const method = this.#methodOf(objectId, methodName);
      if (!(unjellied instanceof Tuple) || !(keywords instanceof Map)) {
        throw new RaisedError('builtins.TypeError', 'arguments are a tuple and a dictionary');
      }
      return await method(unjellied.items, keywords);
    } catch (error) {
      for (const reference of received) reference.release();
      throw error;
    }
  }

  #methodOf(objectId: Expression, methodName: string): RemoteMethod {
    const object = this.#findObject(typeof objectId === 'number' ? objectId : wordFrom(objectId));
    if (!object) {
      throw new RaisedError('builtins.AttributeError', `there is no object ${shownId(objectId)}`);
    }
    const method = object.method(methodName);
    if (!method) {
      throw new RaisedError('builtins.AttributeError', `there is no method ${methodName}`);
    }
    return method;
  }

  #findObject(id: number | string | undefined): Referenceable | undefined {
    if (typeof id === 'number') return this.#localObjects.find(id);
    return id === ROOT ? this.#options.root : undefined;
  }

  #receiveAnswer([, id, value]: readonly Expression[]): void {
    const call = this.#takeCall(id);
    if (!call) return;
    if (value === undefined) throw malformed('without a value');
    const received: RemoteReference[] = [];
    try {
      call.resolve(this.#unjelly(value, received));
    } catch (error) {
      for (const reference of received) reference.release();
      call.reject(asError(error));
    }
  }

  #receiveError([, id, failure]: readonly Expression[]): void {
    const call = this.#takeCall(id);
    if (!call) return;
    if (failure === undefined) throw malformed('without a failure');
    call.reject(new RemoteError(this.#failureFrom(failure)));
  }

  /** A failure in its usual form, or an expected error jellied as its class and what it holds. */
  #failureFrom(expression: Expression): RemoteFailure {
    try {
      const value = this.#unjelly(expression, []);
      if (value instanceof CopyableFailure) return value;
    } catch (error) {
      if (!(error instanceof JellyError)) throw error;
    }
    const [kind, state] = isList(expression) ? expression : [];
    const typeName = wordFrom(kind) ?? 'unknown';
    const value = this.#sayingOf(state);
    return { typeName, value, traceback: '', parents: [typeName] };
  }

  /** What an error holds that came as its class: text, arguments, or a dictionary with arguments. */
  #sayingOf(state: Expression | undefined): string {
    if (state === undefined) return '';
    try {
      return sayingFrom(this.#unjelly(state, []));
    } catch (error) {
      if (error instanceof JellyError) return '';
      throw error;
    }
  }

  #takeCall(id: Expression | undefined): PendingCall | undefined {
    const requestId = requestIdFrom(id);
    const call = this.#pendingCalls.get(requestId);
    if (!call) this.#log('warn', `an answer came to the request ${requestId}, which does not wait`);
    this.#pendingCalls.delete(requestId);
    return call;
  }

  #receiveDecref([, id]: readonly Expression[]): void {
    if (typeof id !== 'number') throw malformed('without an object');
    if (!this.#localObjects.release(id)) {
      this.#log('debug', `the peer dropped the object ${id}, which it does not hold`);
    }
  }

  #unjelly(expression: Expression, received: RemoteReference[]): JellyValue {
    const source: ValueSource = {
      receive: (id) => {
        const reference = new RemoteReference(id, this.#holder);
        this.#remoteObjectCount += 1;
        received.push(reference);
        return reference;
      },
      find: (id) => this.#findObject(id),
      copierOf,
    };
    return unjelly(expression, source, this.#elementLimit);
  }

  #jelly(value: JellyValue): Expression {
    const offer = (object: Referenceable): number => this.#localObjects.offer(object);
    return jelly(value, (ofBroker) => wireFormOf(ofBroker, offer));
  }

  async #call(
    id: number | Uint8Array,
    method: string,
    args: readonly JellyValue[],
  ): Promise<JellyValue> {
    if (this.#lost) throw this.#lost;
    const requestId = this.#sendMessage(id, method, args, 1);
    return new Promise((resolve, reject) => {
      this.#pendingCalls.set(requestId, { resolve, reject });
    });
  }

  #callWithoutAnswer(id: number | Uint8Array, method: string, args: readonly JellyValue[]): void {
    if (!this.#lost) this.#sendMessage(id, method, args, 0);
  }

  #sendMessage(
    id: number | Uint8Array,
    method: string,
    args: readonly JellyValue[],
    answerRequired: 0 | 1,
  ): number {
    const requestId = this.#lastRequestId + 1;
    this.#send([
      MESSAGE,
      requestId,
      id,
      word(method),
      answerRequired,
      this.#jelly(new Tuple(args)),
      this.#jelly(new Map()),
    ]);
    this.#lastRequestId = requestId;
    return requestId;
  }

  #sendAnswer(requestId: number, value: JellyValue): void {
    if (this.#lost) return;
    try {
      this.#send([ANSWER, requestId, this.#jelly(value)]);
    } catch (error) {
      this.#log('error', `an answer could not be sent: ${messageOf(error)}`);
      this.#sendError(requestId, error);
    }
  }

  #sendError(requestId: number, error: unknown): void {
    if (this.#lost) return;
    this.#send([ERROR, requestId, this.#jelly(CopyableFailure.from(error))]);
  }

  #release(id: number | Uint8Array): void {
    // The root is the peer's own; references to it are not counted.
    if (this.#lost || typeof id !== 'number') return;
    this.#remoteObjectCount -= 1;
    this.#send([DECREF, id]);
  }

  #send(expression: Expression): void {
    this.#options.send(this.#encoder.encode(expression));
  }

  #log(level: 'debug' | 'warn' | 'error', message: string): void {
    this.#options.logger.log(level, 'broker', message);
  }
}

function malformed(what: string): BrokerError {
  return new BrokerError('PB_MALFORMED', `a message ${what}`);
}

function requestIdFrom(id: Expression | undefined): number {
  if (typeof id === 'number') return id;
  throw malformed('without a request number');
}

function shownId(id: Expression): string {
  return typeof id === 'number' ? String(id) : (wordFrom(id)?.slice(0, 80) ?? 'of that name');
}

/** The texts of an exception, as Python would print them, more or less. */
function sayingFrom(value: JellyValue): string {
  if (value instanceof Map) {
    const entries = new Map([...value].map(([key, entry]) => [textOf(key), entry]));
    return sayingFrom(entries.get('value') ?? entries.get('args') ?? null);
  }
  const items = value instanceof Tuple ? value.items : value;
  if (!Array.isArray(items)) return textOf(value);
  return items
    .map(textOf)
    .filter((text) => text !== '')
    .join(', ');
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
