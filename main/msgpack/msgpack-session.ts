import { messageOf } from '../lib/message-of.ts';
import { plainText } from '../lib/plain-text.ts';
import type { Logger } from '../logging/logger.ts';
import { decode, encode } from './codec.ts';
import {
  exceptionOf,
  type Fields,
  type Message,
  messageFrom,
  requestOf,
  responseOf,
} from './message-from.ts';
import type { MsgpackValue } from './msgpack-value.ts';

/** The peer answered a request of ours with an exception. */
export class RemoteExceptionError extends Error {
  override readonly name = 'RemoteExceptionError';
  readonly code = 'MSGPACK_REMOTE_EXCEPTION';
}

/** The connection went while a request waited for its answer. */
export class SessionLostError extends Error {
  override readonly name = 'SessionLostError';
  readonly code = 'MSGPACK_CONNECTION_LOST';
}

export interface MsgpackSessionOptions {
  send(message: Uint8Array): void;
  /** Answers the peer's request; what it throws becomes the exception's text. */
  answer(request: Request): MsgpackValue | Promise<MsgpackValue>;
  readonly logger: Logger;
}

export interface Request {
  readonly op: string;
  readonly fields: ReadonlyMap<MsgpackValue, MsgpackValue>;
}

interface Waiting {
  resolve(result: MsgpackValue): void;
  reject(error: Error): void;
}

/** One end of a conversation of requests and responses, in whole messages; it knows no socket. */
export class MsgpackSession {
  readonly #options: MsgpackSessionOptions;
  readonly #waiting = new Map<number, Waiting>();
  #callsUnderWay = 0;
  #nextSequenceNumber = 0;
  #lost: SessionLostError | undefined;

  constructor(options: MsgpackSessionOptions) {
    this.#options = options;
  }

  /** Requests of the peer's that were not answered yet. */
  get callsUnderWay(): number {
    return this.#callsUnderWay;
  }

  /** Requests of ours that wait for an answer. */
  get pendingCallCount(): number {
    return this.#waiting.size;
  }

  /**
   * Sends a request; its result.
   *
   * Errors: rejects with RemoteExceptionError, with SessionLostError, or with a MsgpackError when the
   *         request cannot be written; nothing is sent then.
   */
  async call(op: string, fields: Fields = {}): Promise<MsgpackValue> {
    if (this.#lost) throw this.#lost;
    const sequenceNumber = this.#nextSequenceNumber;
    const message = encode(requestOf(op, sequenceNumber, fields));
    this.#nextSequenceNumber += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(sequenceNumber, { resolve, reject });
      this.#options.send(message);
    });
  }

  /** Takes a message of the peer's. Errors: throws a MsgpackError; drop the connection then. */
  receive(bytes: Uint8Array): void {
    const message = messageFrom(decode(bytes));
    if (!message) this.#log('a message without an op and a number was ignored');
    else if (message.kind === 'response') this.#receiveResponse(message);
    else void this.#answer(message);
  }

  /** Rejects what waits, and every later call. */
  connectionLost(why: string): void {
    this.#lost ??= new SessionLostError(why);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(this.#lost);
  }

  #receiveResponse(response: Extract<Message, { kind: 'response' }>): void {
    const { sequenceNumber, result, isException } = response;
    const waiting = this.#waiting.get(sequenceNumber);
    if (!waiting) {
      this.#log(`an answer to request ${sequenceNumber}, which waits for none, was ignored`);
      return;
    }
    this.#waiting.delete(sequenceNumber);
    if (isException) waiting.reject(new RemoteExceptionError(plainText(result)));
    else waiting.resolve(result);
  }

  async #answer(request: Extract<Message, { kind: 'request' }>): Promise<void> {
    this.#callsUnderWay += 1;
    const response = await this.#responseTo(request);
    this.#callsUnderWay -= 1;
    if (!this.#lost) this.#options.send(response);
  }

  async #responseTo(request: Extract<Message, { kind: 'request' }>): Promise<Uint8Array> {
    const { op, sequenceNumber } = request;
    try {
      return encode(responseOf(sequenceNumber, await this.#options.answer(request)));
    } catch (error) {
      this.#log(`the master's ${op} failed: ${messageOf(error)}`);
      return encode(exceptionOf(sequenceNumber, messageOf(error)));
    }
  }

  #log(text: string): void {
    this.#options.logger.log('warn', 'connection', text);
  }
}
