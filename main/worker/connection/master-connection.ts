import { type Problem, problem } from '../../contract/problem.ts';
import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { Outgoing } from '../../transport/outgoing.ts';

/** An attached worker's connection to its master; what both protocols offer the worker. */
export interface MasterConnection {
  /** Asks the master for a sign of life. Errors: rejects when the connection is lost meanwhile. */
  keepalive(): Promise<void>;
  /**
   * Asks the master to let us leave once our builds have ended. No new build begins, and
   * `shutdown` is called on our bot when the last one has ended.
   */
  requestShutdown(): Promise<Outcome<void, Problem>>;
  /**
   * Cancels the request to leave. False where the master sends builds again only after a fresh
   * attachment.
   */
  withdrawShutdown(): boolean;
  /** True where the master cannot be asked to let us leave: we hold new builds back ourselves. */
  readonly isDrainedByUs: boolean;
  /** The master owes us something: an answer to a call, or that it takes what waits to leave. */
  readonly isOwed: boolean;
  /** How far what we sent has come; asks the system. */
  outgoing(): Outgoing;
  /** When something of the master last arrived, by `Clock.monotonicMs`. */
  readonly lastHeardMs: number;
  /** Settles when the connection has ended, for whatever reason; never rejects. */
  readonly ended: Promise<ConnectionProblem>;
  /** Ends the connection; `ended` then settles with `reason`. */
  close(reason: ConnectionProblem): void;
}

/** Why a connection ended when we ended it ourselves, as requested. */
export const LEFT_BY_US: ConnectionProblem = {
  kind: 'closed-by-master',
  problem: problem('session.disconnectedByUser'),
};

/** What is reported of calls that the end of a connection leaves without an answer; why it ended is logged once. */
export const CONNECTION_LOST = 'the connection to the master was lost';
