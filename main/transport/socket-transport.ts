import type { Socket } from 'node:net';
import { Emitter } from '../lib/emitter.ts';
import type { Teardown } from '../lib/teardown.ts';
import { type Outgoing, outgoingOf } from './outgoing.ts';
import type { Transport, TransportListener } from './transport.ts';

/** Waiting bytes at which the producers are asked to stop. The kernel's own buffer comes on top. */
export const HIGH_WATER_BYTES = 256 * 1024;

const TCP_KEEPALIVE_MS = 60_000;

/**
 * A connected socket (TCP, TLS or UNIX) as a transport. Small packets leave at once: with Nagle's
 * algorithm each small update would wait for the delayed acknowledgement of the one before it.
 */
export class SocketTransport implements Transport {
  readonly peer: string;
  readonly #socket: Socket;
  readonly #writableChanged = new Emitter<boolean>();
  #isWritable = true;
  #isCorked = false;
  #failure: Error | undefined;

  constructor(socket: Socket, peer: string) {
    this.peer = peer;
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, TCP_KEEPALIVE_MS);
    socket.pause();
    socket.on('drain', () => this.#setWritable(true));
    // From here on: nobody may listen yet when it comes, and an error without a listener ends the program.
    socket.on('error', (error) => {
      this.#failure ??= error;
    });
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

  listen(listener: TransportListener): void {
    const closed = (): void => listener.onClosed(this.#failure);
    this.#socket.on('data', (chunk: Buffer) => listener.onData(chunk));
    // A half-open master cannot be served: a peer that ends its side ends the connection.
    this.#socket.on('end', () => this.#socket.end());
    if (this.#socket.closed) queueMicrotask(closed);
    else this.#socket.on('close', closed);
    this.#socket.resume();
  }

  write(chunks: readonly Uint8Array[]): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return;
    this.#corkForNow();
    for (const chunk of chunks) this.#socket.write(chunk);
    if (this.#socket.writableLength >= HIGH_WATER_BYTES) this.#setWritable(false);
  }

  /** Leaves what arrives with the system until `readAgain`, so that the peer soon cannot send more. */
  stopReading(): void {
    this.#socket.pause();
  }

  readAgain(): void {
    this.#socket.resume();
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** What the program writes before it waits again leaves by one call to the system. */
  #corkForNow(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#socket.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#socket.uncork();
    });
  }

  #setWritable(isWritable: boolean): void {
    if (this.#isWritable === isWritable) return;
    this.#isWritable = isWritable;
    this.#writableChanged.emit(isWritable);
  }
}
