import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import type { Outgoing } from './outgoing.ts';

/**
 * An open stream of bytes to a master.
 *
 * Nothing is delivered before `listen` is called; what arrives earlier waits.
 */
export interface Transport {
  /** The peer, for sentences: `build.example.org:9989`. */
  readonly peer: string;
  /** False while more is waiting to leave than should; stop producing until it turns true again. */
  readonly isWritable: boolean;
  /** What was written and waits in this program to leave. */
  readonly queuedBytes: number;
  onWritableChanged(listener: (isWritable: boolean) => void): Teardown;
  /** How far what was written has come; asks the system. */
  outgoing(): Outgoing;
  /** Begins delivery. To be called once. */
  listen(listener: TransportListener): void;
  /** Queues the chunks, which leave together; they must not be changed afterwards. */
  write(chunks: readonly Uint8Array[]): void;
  /** Leaves what arrives with the system until `readAgain`, so that the peer soon cannot send more. */
  stopReading(): void;
  readAgain(): void;
  /** Sends what is queued, then closes. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
}

export interface TransportListener {
  /** A chunk cut anywhere, owned by the listener. */
  onData(chunk: Uint8Array): void;
  /** Called once, also where that was before `listen`; `error` is undefined when the peer closed in good order. */
  onClosed(error: Error | undefined): void;
}

/**
 * Opens a transport to a master.
 *
 * Errors: a problem whose sentence explains what was attempted, what happened and how to fix it;
 *         `signal` aborts the try, which then reports `timed-out`.
 */
export type Dial = (
  address: MasterAddress,
  signal: AbortSignal,
) => Promise<Outcome<Transport, ConnectionProblem>>;
