import { problem } from '../contract/problem.ts';
import type { RequestProblem } from '../contract/worker/request-rules.ts';
import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import type { PausedUntil } from '../contract/worker/worker-status.ts';
import { performRequest, type RequestedWorker } from '../launch/perform-request.ts';
import type { Clock } from '../lib/clock.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { UserQuestions } from './user-questions.ts';

export interface WorkerRequestsOptions {
  readonly clock: Clock;
  readonly questions: UserQuestions;
  readonly savePause: (workerId: string, until: PausedUntil | undefined) => void;
}

/** Where a request comes from: tray and window sit in front of a user who can be asked. */
export type Door = 'window' | 'command-line';

/** Requests to the workers of the app. */
export class WorkerRequests {
  readonly #options: WorkerRequestsOptions;

  constructor(options: WorkerRequestsOptions) {
    this.#options = options;
  }

  /** Errors: why it cannot be performed now; nothing was changed then. */
  perform(
    request: WorkerRequest,
    target: RequestedWorker & { readonly id: string },
    door: Door,
  ): Promise<Outcome<void, RequestProblem>> {
    const { clock, questions, savePause } = this.#options;
    return performRequest(request, target, {
      clock,
      mayLose: async (loss, status) => door === 'command-line' || questions.mayLose(loss, status),
      keepPause: (until) => savePause(target.id, until),
      stop: (worker) =>
        void worker.stop(
          door === 'command-line' ? problem('session.stoppedByCommandLine') : undefined,
        ),
    });
  }
}
