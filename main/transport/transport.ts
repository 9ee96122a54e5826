import type { Disposable } from '../lib/disposable.ts';

/** An open stream of bytes to a master. */
export interface Transport {
  /** The peer, for sentences: `build.example.org:9989`. */
  readonly peer: string;
  /** False while more is waiting to leave than should; `onWritableChanged` tells when that ends. */
  readonly isWritable: boolean;
  onWritableChanged(listener: (isWritable: boolean) => void): Disposable;
  /** Set once, before the first byte may arrive, in the same tick that yielded the transport. */
  onData: (chunk: Uint8Array) => void;
  /** Called once; `error` is undefined when the peer closed in good order. */
  onClosed: (error: Error | undefined) => void;
  /** Queues the chunks, which leave together; they must not be changed afterwards. */
  write(chunks: readonly Uint8Array[]): void;
  /** Sends what is queued, then closes. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
}
