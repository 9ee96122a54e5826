import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import { Emitter } from '../../lib/emitter.ts';
import type { Teardown } from '../../lib/teardown.ts';
import { type Outgoing, outgoingOf } from '../outgoing.ts';
import { HIGH_WATER_BYTES } from '../socket-transport.ts';
import type {
  MessageListener,
  MessageTransport,
  MessageTransportEnd,
} from './message-transport.ts';

const NORMAL_CLOSURE = 1000;

interface Pinging {
  resolve(): void;
  reject(error: Error): void;
}

/** An open web socket as a transport; `socket` is what carries it. */
export class WebSocketTransport implements MessageTransport {
  readonly peer: string;
  readonly #web: WebSocket;
  readonly #socket: Socket;
  readonly #writableChanged = new Emitter<boolean>();
  #isWritable = true;
  #pinging: Pinging[] = [];
  #failure: Error | undefined;
  #listener: MessageListener | undefined;
  /** How the connection ended, which may be before anybody listens; undefined while it is open. */
  #end: MessageTransportEnd | undefined;

  constructor(web: WebSocket, socket: Socket, peer: string) {
    this.peer = peer;
    this.#web = web;
    this.#socket = socket;
    web.pause();
    web.on('error', (error) => {
      this.#failure ??= error;
    });
    web.on('close', (_code, reason) => this.#closed(reason.toString('utf8')));
    socket.on('drain', () => this.#setWritable(true));
  }

  get isWritable(): boolean {
    return this.#isWritable;
  }

  get queuedBytes(): number {
    return this.#socket.writableLength;
  }

  outgoing(): Outgoing {
    return outgoingOf(this.#socket);
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    return this.#writableChanged.on(listener);
  }

  listen(listener: MessageListener): void {
    const web = this.#web;
    web.on('message', (data, isBinary) => {
      if (isBinary) listener.onMessage(bytesFrom(data));
      else listener.onText();
    });
    // Of a large message too each part is a sign of life, and so is every ping and pong.
    this.#socket.on('data', () => listener.onSignOfLife());
    web.on('pong', () => this.#answered());
    this.#listener = listener;
    const end = this.#end;
    if (end) queueMicrotask(() => listener.onClosed(end));
    else web.resume();
  }

  send(message: Uint8Array): void {
    if (this.#web.readyState !== this.#web.OPEN) return;
    this.#web.send(message, { binary: true });
    // Without compression the library keeps nothing back: what waits is in the socket.
    if (this.#socket.writableLength >= HIGH_WATER_BYTES) this.#setWritable(false);
  }

  ping(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#web.readyState !== this.#web.OPEN) {
        reject(new Error('the connection is closed'));
        return;
      }
      this.#pinging.push({ resolve, reject });
      this.#web.ping();
    });
  }

  stopReading(): void {
    this.#web.pause();
  }

  readAgain(): void {
    this.#web.resume();
  }

  end(): void {
    this.#web.close(NORMAL_CLOSURE);
  }

  destroy(): void {
    this.#web.terminate();
  }

  #closed(reason: string): void {
    this.#end = { error: this.#failure, reason };
    this.#abandonPings();
    this.#listener?.onClosed(this.#end);
  }

  #answered(): void {
    const pinging = this.#pinging;
    this.#pinging = [];
    for (const { resolve } of pinging) resolve();
  }

  #abandonPings(): void {
    const pinging = this.#pinging;
    this.#pinging = [];
    for (const { reject } of pinging) reject(new Error('the connection ended'));
  }

  #setWritable(isWritable: boolean): void {
    if (this.#isWritable === isWritable) return;
    this.#isWritable = isWritable;
    this.#writableChanged.emit(isWritable);
  }
}

/** The library gives Buffers unless set otherwise; its types list every way it could. */
function bytesFrom(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
