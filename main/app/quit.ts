import type { Problem } from '../contract/problem.ts';
import type { UserQuestions } from '../hosting/user-questions.ts';
import type { WorkerToAct } from '../hosting/worker-actions.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';

export interface QuitOptions {
  /** Those whose directories can be used. */
  readonly workers: () => readonly WorkerToAct[];
  readonly questions: UserQuestions;
  /** Ends the app. */
  readonly leave: () => Promise<void>;
}

/** The way out: at once when nothing runs, else at the user's word now or after the last builds. */
export class Quit {
  readonly #options: QuitOptions;
  /** Those that were asked to drain before the app ends. */
  #awaited: readonly WorkerToAct[] = [];

  constructor(options: QuitOptions) {
    this.#options = options;
  }

  /** Errors: why a master could not be asked; the app goes on then. */
  async ask(): Promise<Outcome<void, Problem>> {
    const { workers, questions, leave } = this.#options;
    const statuses = workers().map(({ status }) => status);
    const answer = await questions.ask('quit', statuses);
    if (answer === 'cancel') return succeeded(undefined);
    if (answer === 'after') return this.#leaveAfterBuilds();
    await leave();
    return succeeded(undefined);
  }

  /** To be called at each change: the last of them may have come to its end. */
  look(): void {
    const awaited = this.#awaited.map(({ status }) => status.kind);
    // One that goes on after all, such as into a pause, means that the user stays.
    if (awaited.some((kind) => kind !== 'draining' && kind !== 'stopped')) this.#awaited = [];
    if (awaited.length === 0 || awaited.some((kind) => kind !== 'stopped')) return;
    this.#awaited = [];
    void this.#options.leave();
  }

  /** The user stays: workers go on, also those that were stopped on the way out. */
  cancel(when: 'at-gap' | 'now'): void {
    const awaited = this.#awaited;
    this.#awaited = [];
    for (const worker of awaited) {
      if (worker.status.kind === 'stopped') worker.start();
      else worker.cancelDrain(when);
    }
  }

  /** Idle workers drain too, so that no master gives them a new build meanwhile. */
  async #leaveAfterBuilds(): Promise<Outcome<void, Problem>> {
    const drained = this.#options.workers().filter(isOnline);
    const outcomes = await Promise.all(drained.map((worker) => worker.shutDownGracefully('quit')));
    this.#awaited = drained;
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused && !refused.ok) {
      this.cancel('at-gap');
      return refused;
    }
    this.look();
    return succeeded(undefined);
  }
}

function isOnline({ status }: WorkerToAct): boolean {
  return status.kind === 'idle' || status.kind === 'building' || status.kind === 'draining';
}
