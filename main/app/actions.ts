import type { Action } from '../contract/app/action.ts';
import type { RequestedPage } from '../contract/app/app-contract.ts';
import { whyNotNow } from '../contract/worker/request-rules.ts';
import type { WorkerAction, WorkerRequest } from '../contract/worker/worker-request.ts';
import type { WorkerRequests } from '../hosting/worker-requests.ts';
import type { RequestedWorker } from '../launch/perform-request.ts';
import { assertNever } from '../lib/assert-never.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { inWords } from '../texts/in-words.ts';
import { requestProblemText } from '../texts/request-problem-text.ts';
import type { Texts } from '../texts/texts.ts';
import type { Quit } from './quit.ts';

type NamedWorker = RequestedWorker & { readonly id: string; readonly name: string };

export interface ActionsOptions {
  readonly workers: () => readonly NamedWorker[];
  readonly requests: WorkerRequests;
  readonly quit: Quit;
  readonly texts: () => Texts;
  readonly showWindow: (requested: Partial<RequestedPage>) => void;
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
        return succeeded(showWindow(action));
      case 'request-all':
        return this.#requestAll(action.request);
      case 'cancel-rehearsal':
        return succeeded(await cancelRehearsal());
      case 'quit':
        return inWords(await quit.ask(), texts());
      default:
        return assertNever(action);
    }
  }

  async #request({ workerId, request }: WorkerAction): Promise<Outcome<void, string>> {
    const { workers, texts } = this.#options;
    const worker = workers().find(({ id }) => id === workerId);
    return worker ? this.#perform(request, worker) : failed(texts().refusals.workerGone);
  }

  /** Workers that refuse it in their state are left alone. Errors: each failure, with its worker's name. */
  async #requestAll(request: WorkerRequest): Promise<Outcome<void, string>> {
    const { workers, texts } = this.#options;
    const asked = workers().filter(({ status }) => whyNotNow(request, status) === undefined);
    const outcomes = await Promise.all(
      asked.map(async (worker) => ({ worker, outcome: await this.#perform(request, worker) })),
    );
    const failures = outcomes.flatMap(({ worker, outcome }) =>
      outcome.ok ? [] : texts().status.ofWorker(worker.name, outcome.problem),
    );
    return failures.length === 0 ? succeeded(undefined) : failed(failures.join('\n'));
  }

  async #perform(request: WorkerRequest, worker: NamedWorker): Promise<Outcome<void, string>> {
    const { requests, texts } = this.#options;
    const outcome = await requests.perform(request, worker, 'window');
    return outcome.ok ? outcome : failed(requestProblemText(outcome.problem, texts()));
  }
}
