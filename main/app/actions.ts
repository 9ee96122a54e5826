import type { Action } from '../contract/app/action.ts';
import type { PageName } from '../contract/pages.ts';
import type { WorkerAction } from '../contract/worker/worker-request.ts';
import type { WorkerRequests } from '../hosting/worker-requests.ts';
import type { RequestedWorker } from '../launch/perform-request.ts';
import { assertNever } from '../lib/assert-never.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { inWords } from '../texts/in-words.ts';
import { requestProblemText } from '../texts/request-problem-text.ts';
import type { Texts } from '../texts/texts.ts';
import type { Quit } from './quit.ts';

export interface ActionsOptions {
  readonly workers: () => readonly (RequestedWorker & { readonly id: string })[];
  readonly requests: WorkerRequests;
  readonly quit: Quit;
  readonly texts: () => Texts;
  readonly showWindow: (page: PageName | undefined) => void;
  /** Does nothing without one. */
  readonly cancelRehearsal: () => Promise<void>;
}

/** What tray and window request, so that they cannot differ. */
export class Actions {
  readonly #options: ActionsOptions;

  constructor(options: ActionsOptions) {
    this.#options = options;
  }

  /** Errors: the sentence why the action cannot be performed now; nothing was changed then. */
  async perform(action: Action): Promise<Outcome<void, string>> {
    const { showWindow, quit, cancelRehearsal, texts } = this.#options;
    switch (action.kind) {
      case 'request':
        return this.#request(action);
      case 'open-window':
        return succeeded(showWindow(action.page));
      case 'cancel-rehearsal':
        return succeeded(await cancelRehearsal());
      case 'quit':
        return inWords(await quit.ask(), texts());
      default:
        return assertNever(action);
    }
  }

  async #request({ workerId, request }: WorkerAction): Promise<Outcome<void, string>> {
    const { workers, requests, texts } = this.#options;
    const worker = workers().find(({ id }) => id === workerId);
    if (worker === undefined) return failed(texts().refusals.workerGone);
    const outcome = await requests.perform(request, worker, 'window');
    return outcome.ok ? outcome : failed(requestProblemText(outcome.problem, texts()));
  }
}
