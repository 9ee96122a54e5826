import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { type Statement, tell } from '../../lib/statement.ts';

/** An attached worker's connection to its master; what both protocols offer the worker. */
export interface MasterConnection {
  /** Asks the master for a sign of life. Errors: rejects when the connection is lost meanwhile. */
  keepalive(): Promise<void>;
  /**
   * Tells the master that we want to leave once our builds have ended. No new build begins, and
   * `shutdown` is called on our bot when the last one has ended.
   */
  requestShutdown(): Promise<Outcome<void, Statement>>;
  /**
   * Takes the wish to leave back. False where the master gives builds again only after a fresh
   * attachment.
   */
  withdrawShutdown(): boolean;
  /** True where the master cannot be told that we want to leave: we hold new builds back ourselves. */
  readonly isDrainedByUs: boolean;
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
  ...tell('leftByUs'),
};
