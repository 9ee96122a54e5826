import type { Problem } from '../contract/problem.ts';
import type { UserQuestions } from '../hosting/user-questions.ts';
import type { WorkerToAct } from '../launch/perform-request.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';

export interface QuitOptions {
  /** Those whose directories can be used. */
  readonly workers: () => readonly WorkerToAct[];
  readonly questions: Pick<UserQuestions, 'ask'>;
  /** Ends the app. */
  readonly leave: () => Promise<void>;
}

/** The way out: at once when nothing runs, else now or after the last builds, as the user decides. */
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
    // One that accepts builds again means that the user stays, and with the app all of its workers.
    if (awaited.some((kind) => kind === 'idle' || kind === 'building')) {
      this.cancel();
      return;
    }
    // So does one that goes another way, such as into a pause; the others still stop.
    if (awaited.some((kind) => kind !== 'draining' && kind !== 'stopped')) this.#awaited = [];
    if (awaited.length === 0 || awaited.some((kind) => kind !== 'stopped')) return;
    this.#awaited = [];
    void this.#options.leave();
  }

  /** The user stays: workers go on, also those that were stopped on the way out. No build is lost. */
  cancel(): void {
    const awaited = this.#awaited;
    this.#awaited = [];
    for (const worker of awaited) {
      if (worker.status.kind === 'stopped') worker.start();
      else worker.cancelDrain('at-gap');
    }
  }

  /** Idle workers drain too, so that no master gives them a new build meanwhile. */
  async #leaveAfterBuilds(): Promise<Outcome<void, Problem>> {
    const drained = this.#options.workers().filter(isOnline);
    const outcomes = await Promise.all(drained.map((worker) => worker.shutDownGracefully('quit')));
    this.#awaited = drained;
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused && !refused.ok) {
      this.cancel();
      return refused;
    }
    this.look();
    return succeeded(undefined);
  }
}

function isOnline({ status }: WorkerToAct): boolean {
  return status.kind === 'idle' || status.kind === 'building' || status.kind === 'draining';
}
