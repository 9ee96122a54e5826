import type { CheckId, CheckResult } from '../contract/adding/checks.ts';
import type { Problem } from '../contract/problem.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { Protocol } from '../worker-settings/protocols.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';

export type { CheckId, CheckResult } from '../contract/adding/checks.ts';

/** A worker's settings as far as they are known: what is missing is not checked. */
export interface CheckDraft {
  readonly address?: MasterAddress | undefined;
  readonly protocol?: Protocol | undefined;
  /** Path of the master's WebSocket. */
  readonly path?: string | undefined;
  readonly extras?: ConnectionExtras | undefined;
  readonly workerName?: string | undefined;
  readonly password?: string | undefined;
  /** Absolute. */
  readonly basedir?: string | undefined;
}

/** How long one try to reach a master may take. */
export const REACH_MS = 15_000;

/** One check of a draft. It never rejects; when `signal` aborts it ends soon, with any result. */
export type Check = (draft: CheckDraft, signal: AbortSignal) => Promise<CheckResult>;

/** Makes the results of one check. */
export function resultsOf(id: CheckId) {
  const result =
    (state: CheckResult['state']) =>
    (finding: Problem, help?: Problem): CheckResult => ({ id, state, finding, help });
  return {
    passed: result('passed'),
    warned: result('warned'),
    failed: result('failed'),
    skipped: result('skipped'),
  };
}
