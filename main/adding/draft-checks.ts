import type { CheckDraft, CheckId, CheckResult } from '../checks/check.ts';
import { CHECKS } from '../checks/run-checks.ts';
import type { CheckRequest } from '../contract/adding/add-worker-contract.ts';
import type { DraftSettings } from '../contract/adding/worker-draft.ts';
import { extrasFrom } from '../worker-settings/extras-from.ts';
import { PROTOCOLS } from '../worker-settings/protocols.ts';
import { addressFromDraft, trimmedFrom } from './draft-settings.ts';

/** The checks of a form that is being filled in: of each kind only the latest counts. */
export class DraftChecks {
  readonly #running = new Map<CheckId, AbortController>();
  readonly #checks: typeof CHECKS;

  constructor(checks = CHECKS) {
    this.#checks = checks;
  }

  /** Undefined when something newer made it outdated. */
  async run({ id, settings }: CheckRequest): Promise<CheckResult | undefined> {
    this.#running.get(id)?.abort();
    const abort = new AbortController();
    this.#running.set(id, abort);
    const result = await this.#checks[id](checkDraftFrom(settings), abort.signal);
    if (abort.signal.aborted) return undefined;
    this.#running.delete(id);
    return result;
  }

  stop(): void {
    for (const abort of this.#running.values()) abort.abort();
    this.#running.clear();
  }
}

function checkDraftFrom(typed: DraftSettings): CheckDraft {
  const draft = trimmedFrom(typed);
  const { workerName, password, basedir, protocol, path } = draft;
  // What is wrong with them is shown at their fields.
  const extras = extrasFrom(draft);
  return {
    address: addressFromDraft(typed),
    protocol: PROTOCOLS.find((known) => known === protocol),
    path: path || undefined,
    extras: extras.ok ? extras.value : undefined,
    workerName: workerName || undefined,
    password: password || undefined,
    basedir: basedir || undefined,
  };
}
