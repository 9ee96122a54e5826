import type { Action } from '../contract/contract.ts';
import { whyNotNow } from '../contract/why-not-now.ts';
import type { PausedUntil, WorkerStatus } from '../contract/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Clock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Worker } from '../worker/worker.ts';
import { pauseEndFrom } from './pause-end.ts';
import { type Consequence, type Question, questionFrom } from './questions.ts';

/** What of a worker actions need. */
export type WorkerToAct = Pick<
  Worker,
  'status' | 'start' | 'stop' | 'pause' | 'resume' | 'shutDownGracefully' | 'cancelDrain' | 'wake'
>;

/** A worker whose directory may have to be opened first. */
export interface HostToAct {
  readonly status: WorkerStatus;
  readonly worker: WorkerToAct | undefined;
  open(): Promise<Outcome<WorkerToAct, string>>;
}

export interface ActionsOptions {
  readonly clock: Clock;
  readonly hosted: () => HostToAct | undefined;
  /** Asks the user; answers with the last answer when the question is waved away. */
  readonly ask: <Answer extends string>(question: Question<Answer>) => Promise<Answer>;
  readonly savePause: (until: PausedUntil | undefined) => void;
  readonly savedPause: () => PausedUntil | undefined;
  readonly showWindow: () => void;
  /** Ends the app. */
  readonly leave: () => Promise<void>;
}

const DONE = succeeded(undefined);

/** What tray and window ask for, so that they cannot differ. A second click never makes it worse. */
export class Actions {
  readonly #options: ActionsOptions;
  #isAsking = false;

  constructor(options: ActionsOptions) {
    this.#options = options;
  }

  /** Errors: the sentence why the action cannot be had now; nothing was changed then. */
  async perform(action: Action): Promise<Outcome<void, string>> {
    if (action.kind === 'open-window') {
      this.#options.showWindow();
      return DONE;
    }
    if (action.kind === 'quit') return this.#quit();
    const hosted = this.#options.hosted();
    if (hosted && !hosted.worker && action.kind === 'connect') return this.#openAndStart(hosted);
    const worker = hosted?.worker;
    if (!worker) return noWorker(hosted);
    const refusal = whyNotNow(action, worker.status);
    return refusal === undefined ? this.#performOn(worker, action) : failed(refusal);
  }

  async #performOn(
    worker: WorkerToAct,
    action: Exclude<Action, { kind: 'open-window' | 'quit' }>,
  ): Promise<Outcome<void, string>> {
    switch (action.kind) {
      case 'connect':
        this.#connect(worker);
        return DONE;
      case 'disconnect':
        return this.#whenAgreed('disconnect', worker, () => worker.stop());
      case 'pause':
        return this.#pause(worker, pauseEndFrom(action.how, this.#options.clock.now()));
      case 'resume':
        worker.resume();
        return DONE;
      case 'shut-down-gracefully':
        return worker.shutDownGracefully('shut-down');
      case 'cancel-drain':
        return this.#cancelDrain(worker, action.when);
      case 'stop-now':
        return this.#whenAgreed('stop-now', worker, () => this.#stopNow(worker));
      default:
        return assertNever(action);
    }
  }

  async #openAndStart(hosted: HostToAct): Promise<Outcome<void, string>> {
    const opened = await hosted.open();
    if (!opened.ok) return opened;
    opened.value.start();
    return DONE;
  }

  #connect(worker: WorkerToAct): void {
    const { kind } = worker.status;
    if (kind === 'stopped' || kind === 'paused') worker.start();
    else worker.wake('the user asks for it');
  }

  async #pause(worker: WorkerToAct, until: PausedUntil): Promise<Outcome<void, string>> {
    this.#options.savePause(until);
    const paused = await worker.pause(until);
    if (!paused.ok) this.#options.savePause(undefined);
    return paused;
  }

  async #cancelDrain(worker: WorkerToAct, when: 'at-gap' | 'now'): Promise<Outcome<void, string>> {
    if (when === 'now') {
      return this.#whenAgreed('cancel-now', worker, async () => worker.cancelDrain('now'));
    }
    worker.cancelDrain('at-gap');
    return DONE;
  }

  /** What was to come after the last build comes at once. */
  async #stopNow(worker: WorkerToAct): Promise<void> {
    const { status } = worker;
    const drain = status.kind === 'draining' ? status.purpose : undefined;
    if (drain === 'shut-down' || drain === 'quit') return this.#options.leave();
    const until = drain === 'pause' ? this.#options.savedPause() : undefined;
    await worker.stop();
    if (until !== undefined) await worker.pause(until);
  }

  async #quit(): Promise<Outcome<void, string>> {
    const worker = this.#options.hosted()?.worker;
    const question = worker && questionFrom('quit', worker.status, this.#options.clock.now());
    if (worker === undefined || question === undefined) {
      await this.#options.leave();
      return DONE;
    }
    switch (await this.#ask(question)) {
      case 'after':
        return worker.shutDownGracefully('quit');
      case 'now':
        await this.#options.leave();
        return DONE;
      default:
        return DONE;
    }
  }

  async #whenAgreed(
    consequence: Consequence,
    worker: WorkerToAct,
    act: () => Promise<void>,
  ): Promise<Outcome<void, string>> {
    const question = questionFrom(consequence, worker.status, this.#options.clock.now());
    if (question === undefined || (await this.#ask(question)) === 'now') await act();
    return DONE;
  }

  /** One question at a time: while one is open, other wishes that would ask are let go. */
  async #ask<Answer extends string>(question: Question<Answer>): Promise<Answer | 'cancel'> {
    if (this.#isAsking) return 'cancel';
    this.#isAsking = true;
    try {
      return await this.#options.ask(question);
    } finally {
      this.#isAsking = false;
    }
  }
}

function noWorker(hosted: HostToAct | undefined): Outcome<never, string> {
  if (hosted?.status.kind === 'error') return failed(hosted.status.problem.sentence);
  return failed('There is no worker yet: add one in the window.');
}
