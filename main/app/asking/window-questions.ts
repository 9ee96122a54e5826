import { randomUUID } from 'node:crypto';
import type { QuestionAnswer, ShownQuestion } from '../../contract/app/question.ts';
import type { Question } from '../../hosting/question-from.ts';
import type { Clock, Timer } from '../../lib/clock.ts';

/** A page that takes longer to show a question has hung, or is not there. */
const SEEN_WITHIN_MS = 2_000;

export interface WindowQuestionsOptions {
  readonly clock: Pick<Clock, 'setTimer'>;
  /** A question has come or gone. */
  readonly onChanged: () => void;
}

interface OpenQuestion {
  readonly shown: ShownQuestion;
  /** The place of the answer; undefined where the window gives none. */
  readonly settle: (at: number | undefined) => void;
  readonly timer: Timer;
}

/** Questions that the window asks in its own words and colours, as part of what it shows. */
export class WindowQuestions {
  readonly #options: WindowQuestionsOptions;
  #open: OpenQuestion | undefined;

  constructor(options: WindowQuestionsOptions) {
    this.#options = options;
  }

  /** What the window shows now. */
  get shown(): ShownQuestion | undefined {
    return this.#open?.shown;
  }

  /** Undefined where the window does not show it, or goes before the answer. */
  async ask<Answer extends string>({
    message,
    detail,
    answers,
  }: Question<Answer>): Promise<Answer | undefined> {
    this.#settle(undefined);
    const labels = answers.map(([, label]) => label);
    const at = await new Promise<number | undefined>((settle) => {
      const shown = { id: randomUUID(), message, detail, answers: labels };
      const timer = this.#options.clock.setTimer(SEEN_WITHIN_MS, () => this.#settle(undefined));
      this.#open = { shown, settle, timer };
      this.#options.onChanged();
    });
    return at === undefined ? undefined : (answers[at] ?? answers.at(-1))?.[0];
  }

  /** The window shows it: the user may take any time. */
  seen(questionId: string): void {
    if (this.#open?.shown.id === questionId) this.#open.timer.cancel();
  }

  answer({ questionId, at }: QuestionAnswer): void {
    if (this.#open?.shown.id === questionId) this.#settle(at);
  }

  windowGone(): void {
    this.#settle(undefined);
  }

  #settle(at: number | undefined): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    open.timer.cancel();
    open.settle(at);
    this.#options.onChanged();
  }
}
