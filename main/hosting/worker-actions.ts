import type { Problem } from '../contract/problem.ts';
import { whyNotNow } from '../contract/worker/why-not-now.ts';
import type { WorkerWish } from '../contract/worker/worker-request.ts';
import type { PausedUntil } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Clock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import type { Worker } from '../worker/worker.ts';
import { pauseEndFrom } from './pause-end-from.ts';
import type { Consequence } from './questions.ts';
import type { UserQuestions } from './user-questions.ts';

/** What of a worker actions need. */
export type WorkerToAct = Pick<
  Worker,
  | 'status'
  | 'start'
  | 'stop'
  | 'pause'
  | 'resume'
  | 'shutDownGracefully'
  | 'cancelDrain'
  | 'reconnect'
  | 'wake'
>;

export interface WorkerActionsOptions {
  readonly clock: Clock;
  readonly texts: () => Texts;
  readonly questions: UserQuestions;
  readonly savePause: (workerId: string, until: PausedUntil | undefined) => void;
  readonly savedPause: (workerId: string) => PausedUntil | undefined;
  /** The only worker was to shut down and shall do so at once: nothing is left to do. */
  readonly stopDrained: (worker: WorkerToAct) => Promise<void>;
  /** Ends the worker and makes it again. */
  readonly restart: (workerId: string, when: 'at-gap' | 'now') => Promise<Outcome<void, Problem>>;
  /** The user does not want to quit after all. */
  readonly cancelQuit: (when: 'at-gap' | 'now') => void;
}

const DONE = succeeded(undefined);

/** What can be asked of one worker. */
export class WorkerActions {
  readonly #options: WorkerActionsOptions;

  constructor(options: WorkerActionsOptions) {
    this.#options = options;
  }

  /** Errors: the sentence why it cannot be had now; nothing was changed then. */
  async perform(wish: WorkerWish, id: string, worker: WorkerToAct): Promise<Outcome<void, string>> {
    const refusal = whyNotNow(wish, worker.status);
    if (refusal !== undefined) return failed(this.#options.texts().refusals.now[refusal]);
    switch (wish.kind) {
      case 'connect':
        connect(worker);
        return DONE;
      case 'disconnect':
        return this.#whenAgreed('disconnect', worker, () => worker.stop());
      case 'pause':
        return this.#pause(id, worker, pauseEndFrom(wish.how, this.#options.clock.now()));
      case 'resume':
        worker.resume();
        return DONE;
      case 'shut-down-gracefully':
        return this.#inWords(await worker.shutDownGracefully('shut-down'));
      case 'cancel-drain':
        return this.#cancelDrain(worker, wish.when);
      case 'stop-now':
        return this.#whenAgreed('stop-now', worker, () => this.#stopNow(id, worker));
      case 'reconnect':
        return this.#reconnect(worker, wish.when);
      case 'restart':
        return this.#restart(id, worker, wish.when);
      default:
        return assertNever(wish);
    }
  }

  async #pause(
    id: string,
    worker: WorkerToAct,
    until: PausedUntil,
  ): Promise<Outcome<void, string>> {
    const { savePause } = this.#options;
    savePause(id, until);
    const paused = await worker.pause(until);
    if (!paused.ok) savePause(id, undefined);
    return this.#inWords(paused);
  }

  async #cancelDrain(worker: WorkerToAct, when: 'at-gap' | 'now'): Promise<Outcome<void, string>> {
    const { status } = worker;
    const cancel = (): void => {
      worker.cancelDrain(when);
      if (status.kind === 'draining' && status.purpose === 'quit') this.#options.cancelQuit(when);
    };
    if (when === 'now') return this.#whenAgreed('reconnect', worker, async () => cancel());
    cancel();
    return DONE;
  }

  async #reconnect(worker: WorkerToAct, when: 'at-gap' | 'now'): Promise<Outcome<void, string>> {
    if (when === 'now')
      return this.#whenAgreed('reconnect', worker, async () => worker.reconnect('now'));
    worker.reconnect('at-gap');
    return DONE;
  }

  async #restart(
    id: string,
    { status }: WorkerToAct,
    when: 'at-gap' | 'now',
  ): Promise<Outcome<void, string>> {
    const { questions, restart } = this.#options;
    if (when === 'now' && !(await questions.mayLose('restart', status))) return DONE;
    return this.#inWords(await restart(id, when));
  }

  #inWords(outcome: Outcome<void, Problem>): Outcome<void, string> {
    return inWords(outcome, this.#options.texts());
  }

  /** What was to come after the last build comes at once. */
  async #stopNow(id: string, worker: WorkerToAct): Promise<void> {
    const { status } = worker;
    const { savedPause, stopDrained } = this.#options;
    const drain = status.kind === 'draining' ? status.purpose : undefined;
    if (drain === 'shut-down' || drain === 'quit') return stopDrained(worker);
    const until = drain === 'pause' ? savedPause(id) : undefined;
    await worker.stop();
    if (until !== undefined) await worker.pause(until);
  }

  async #whenAgreed(
    consequence: Consequence,
    worker: WorkerToAct,
    act: () => Promise<void>,
  ): Promise<Outcome<void, string>> {
    if (await this.#options.questions.mayLose(consequence, worker.status)) await act();
    return DONE;
  }
}

function connect(worker: WorkerToAct): void {
  const { kind } = worker.status;
  if (kind === 'stopped' || kind === 'paused') worker.start();
  else worker.wake('the user asks for it');
}
