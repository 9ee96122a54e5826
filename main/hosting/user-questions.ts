import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import type { Texts } from '../texts/texts.ts';
import { type Consequence, type Question, questionFrom } from './question-from.ts';

export interface UserQuestionsOptions {
  readonly clock: Clock;
  readonly texts: () => Texts;
  /** Asks the user; answers with the last answer when the question is dismissed. */
  readonly ask: <Answer extends string>(question: Question<Answer>) => Promise<Answer>;
}

export type ConsequenceAnswer = 'now' | 'after' | 'cancel' | 'nothing-runs';

/** Asks before running builds are lost; one question at a time. */
export class UserQuestions {
  readonly #options: UserQuestionsOptions;
  #isAsking = false;

  constructor(options: UserQuestionsOptions) {
    this.#options = options;
  }

  /** While a question is open, other requests that would ask are dropped. */
  async ask(
    consequence: Consequence,
    statuses: readonly WorkerStatus[],
  ): Promise<ConsequenceAnswer> {
    const { clock, texts } = this.#options;
    const question = questionFrom(consequence, statuses, clock.now(), texts());
    if (question === undefined) return 'nothing-runs';
    if (this.#isAsking) return 'cancel';
    this.#isAsking = true;
    try {
      return await this.#options.ask(question);
    } finally {
      this.#isAsking = false;
    }
  }

  /** Whether it may be done: nothing is lost by it, or the user agrees. */
  async mayLose(consequence: Consequence, status: WorkerStatus): Promise<boolean> {
    const answer = await this.ask(consequence, [status]);
    return answer === 'now' || answer === 'nothing-runs';
  }
}
