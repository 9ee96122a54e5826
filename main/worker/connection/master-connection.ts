import type { ConnectionProblem } from '../../contract/worker-status.ts';
import type { Outcome } from '../../lib/outcome.ts';

/** An attached worker's connection to its master; what both protocols offer the worker. */
export interface MasterConnection {
  /** Asks the master for a sign of life. Errors: rejects when the connection is lost meanwhile. */
  keepalive(): Promise<void>;
  /**
   * Tells the master that we want to leave once our builds have ended. The master gives no new build
   * and calls `shutdown` on our bot when the last one has ended.
   */
  requestShutdown(): Promise<Outcome<void, string>>;
  /** When the master was last heard, by `Clock.monotonicMs`. */
  readonly lastHeardMs: number;
  /** Settles when the connection has ended, for whatever reason; never rejects. */
  readonly ended: Promise<ConnectionProblem>;
  /** Ends the connection; `ended` then tells `reason`. */
  close(reason: ConnectionProblem): void;
}

/** Why a connection ended when we ended it ourselves, as wished. */
export const LEFT_BY_US: ConnectionProblem = {
  kind: 'closed-by-master',
  sentence: 'Disconnected as wished.',
};
