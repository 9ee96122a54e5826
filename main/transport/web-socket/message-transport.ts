import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { Teardown } from '../../lib/teardown.ts';
import type { MasterAddress } from '../../worker-settings/worker-config.ts';
import type { Outgoing } from '../outgoing.ts';

/**
 * An open web socket to a master: whole messages instead of a stream of bytes.
 *
 * Nothing is delivered before `listen` is called; what arrives earlier waits.
 */
export interface MessageTransport {
  /** The peer, for sentences: `build.example.org:9990`. */
  readonly peer: string;
  /** False while more is waiting to leave than should; stop producing until it turns true again. */
  readonly isWritable: boolean;
  /** What was written and waits in this program to leave. */
  readonly queuedBytes: number;
  onWritableChanged(listener: (isWritable: boolean) => void): Teardown;
  /** How far what was written has come; asks the system. */
  outgoing(): Outgoing;
  /** Begins delivery. To be called once. */
  listen(listener: MessageListener): void;
  /** Queues a message, which must not be changed afterwards. */
  send(message: Uint8Array): void;
  /** Asks for a sign of life. Errors: rejects when the connection ends before it came. */
  ping(): Promise<void>;
  /** Leaves what arrives with the system until `readAgain`, so that the peer soon cannot send more. */
  stopReading(): void;
  readAgain(): void;
  /** Sends a close frame, then closes; does not wait long for the peer's own. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
}

export interface MessageListener {
  /** A whole message, owned by the listener. */
  onMessage(message: Uint8Array): void;
  /** The peer sent text, where this protocol has only bytes. */
  onText(): void;
  /** Something arrived, a part of a message or a sign of life alone. */
  onSignOfLife(): void;
  /** Called once, also where that was before `listen`. */
  onClosed(end: MessageTransportEnd): void;
}

export interface MessageTransportEnd {
  /** What broke the connection; undefined when the peer closed in good order. */
  readonly error: Error | undefined;
  /** The peer's own words for it, often none. */
  readonly reason: string;
}

/** Where a master's web socket is. */
export interface WebSocketPlace {
  readonly address: MasterAddress;
  /** Path on the master's web server; a missing first slash is added. Default `/`. */
  readonly path: string | undefined;
}

export interface WebSocketRequest extends WebSocketPlace {
  /** Must not hold a colon: what follows one would be taken for the password. */
  readonly workerName: string;
  readonly password: string;
}

/**
 * Opens a web socket to a master and logs in.
 *
 * Errors: as `Dial`. `signal` ends the way to the master, not the handshake, which has its own time;
 *         `leave` ends both.
 */
export type DialWebSocket = (
  request: WebSocketRequest,
  signal: AbortSignal,
  leave: AbortSignal,
) => Promise<Outcome<MessageTransport, ConnectionProblem>>;

/**
 * Asks for the web socket without logging in, which a master answers at once with the request for a login,
 * whatever its logins wait for. Nothing stays open.
 *
 * Errors: as `DialWebSocket`, where the answer is another one.
 */
export type AskForLogin = (
  place: WebSocketPlace,
  signal: AbortSignal,
  leave: AbortSignal,
) => Promise<Outcome<void, ConnectionProblem>>;
