import type { Problem } from '../../../../../main/contract/problem.ts';
import type { ConnectionProblem } from '../../../../../main/contract/worker/worker-status.ts';
import { type Outcome, succeeded } from '../../../../../main/lib/outcome.ts';
import type { Outgoing } from '../../../../../main/transport/outgoing.ts';
import type { MasterConnection } from '../../../../../main/worker/connection/master-connection.ts';

/** A connection whose master does what the test asks. */
export class FakeConnection implements MasterConnection {
  lastHeardMs = 0;
  readonly isDrainedByUs = false;
  isOwed = false;
  sent: Outgoing = { writtenBytes: 0, queuedBytes: 0, unacknowledgedBytes: 0 };
  keepalives = 0;
  /** Whether keepalives are answered, which is no sign of life by itself here. */
  isAnswering = true;
  readonly ended: Promise<ConnectionProblem>;
  endReason: ConnectionProblem | undefined;
  #settleEnded: (problem: ConnectionProblem) => void = () => {};

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#settleEnded = resolve;
    });
  }

  outgoing(): Outgoing {
    return this.sent;
  }

  keepalive(): Promise<void> {
    this.keepalives += 1;
    return this.isAnswering ? Promise.resolve() : new Promise(() => {});
  }

  requestShutdown(): Promise<Outcome<void, Problem>> {
    return Promise.resolve(succeeded(undefined));
  }

  withdrawShutdown(): boolean {
    return false;
  }

  close(reason: ConnectionProblem): void {
    this.endReason ??= reason;
    this.#settleEnded(this.endReason);
  }
}
