import type { PageName } from '../contract/app/page-name.ts';
import type { Problem } from '../contract/problem.ts';
import type { Action, WorkerAction } from '../contract/worker/worker-request.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { WorkerActions, WorkerToAct } from '../hosting/worker-actions.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import type { Quit } from './quit.ts';

/** A worker whose directory may have to be opened first. */
export interface HostToAct {
  readonly id: string;
  readonly status: WorkerStatus;
  readonly worker: WorkerToAct | undefined;
  open(): Promise<Outcome<WorkerToAct, Problem>>;
}

export interface ActionsOptions {
  readonly workers: () => readonly HostToAct[];
  readonly workerActions: WorkerActions;
  readonly quit: Quit;
  readonly texts: () => Texts;
  readonly showWindow: (page: PageName | undefined) => void;
  /** Does nothing without one. */
  readonly cancelRehearsal: () => Promise<void>;
}

/** What tray and window ask for, so that they cannot differ. A second click never makes it worse. */
export class Actions {
  readonly #options: ActionsOptions;

  constructor(options: ActionsOptions) {
    this.#options = options;
  }

  /** Errors: the sentence why the action cannot be had now; nothing was changed then. */
  async perform(action: Action): Promise<Outcome<void, string>> {
    const { showWindow, quit, cancelRehearsal } = this.#options;
    if (action.kind === 'quit') return inWords(await quit.ask(), this.#options.texts());
    if (action.kind === 'cancel-rehearsal') {
      await cancelRehearsal();
      return succeeded(undefined);
    }
    if (action.kind !== 'open-window') return this.#performOnWorker(action);
    showWindow(action.page);
    return succeeded(undefined);
  }

  async #performOnWorker(action: WorkerAction): Promise<Outcome<void, string>> {
    const { workers, workerActions, texts } = this.#options;
    const host = workers().find(({ id }) => id === action.workerId);
    if (host === undefined) return failed(texts().refusals.workerGone);
    if (host.worker) return workerActions.perform(action, host.id, host.worker);
    if (action.kind !== 'connect') return failed(this.#whyNoWorker(host));
    const opened = await host.open();
    if (!opened.ok) return inWords(opened, texts());
    opened.value.start();
    return succeeded(undefined);
  }

  #whyNoWorker({ status }: HostToAct): string {
    return status.kind === 'error'
      ? this.#options.texts().say(status.problem.problem)
      : this.#options.texts().refusals.now['no-directory'];
  }
}
