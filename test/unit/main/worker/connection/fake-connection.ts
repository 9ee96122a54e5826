import type { Problem } from '../../../../../main/contract/problem.ts';
import type { ConnectionProblem } from '../../../../../main/contract/worker/worker-status.ts';
import { type Outcome, succeeded } from '../../../../../main/lib/outcome.ts';
import type { MasterConnection } from '../../../../../main/worker/connection/master-connection.ts';

/** A connection whose master does what the test asks. */
export class FakeConnection implements MasterConnection {
  lastHeardMs = 0;
  readonly isDrainedByUs = false;
  keepalives = 0;
  readonly ended: Promise<ConnectionProblem>;
  endReason: ConnectionProblem | undefined;
  #settleEnded: (problem: ConnectionProblem) => void = () => {};

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#settleEnded = resolve;
    });
  }

  keepalive(): Promise<void> {
    this.keepalives += 1;
    return Promise.resolve();
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
