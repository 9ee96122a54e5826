import type { Problem } from '../problem.ts';
import type { WorkerStatus } from '../worker/worker-status.ts';

/** The steps of a rehearsal's build, in their order. */
export const REHEARSAL_STEP_NAMES = [
  'checkout',
  'compile',
  'test',
  'upload',
  'style',
  'clean',
] as const;
export type RehearsalStepName = (typeof REHEARSAL_STEP_NAMES)[number];

/** The step that fails on purpose, so that people see what a failure looks like. */
export const FAILING_STEP: RehearsalStepName = 'style';

/** How far a rehearsal is. */
export type RehearsalState =
  | { readonly kind: 'not-started' }
  /** A directory is made, and a master begins to listen. */
  | { readonly kind: 'preparing' }
  /** The worker connects and logs in. */
  | { readonly kind: 'waiting-for-worker' }
  | { readonly kind: 'building'; readonly step: RehearsalStepName }
  /** A graceful shutdown was requested while the last step runs; undefined once it has ended. */
  | { readonly kind: 'draining'; readonly step: RehearsalStepName | undefined }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'done'; readonly verdict: RehearsalVerdict }
  | { readonly kind: 'cancelled' }
  /** What could not be done, and why. */
  | { readonly kind: 'error'; readonly problem: Problem };

/** Whether every step ended as it was meant to; otherwise the first that did not. */
export type RehearsalVerdict =
  | { readonly kind: 'as-planned' }
  | { readonly kind: 'otherwise'; readonly step: RehearsalStepName };

/** A step's result in Buildbot's words. */
export type RehearsalStepResult =
  | 'success'
  | 'failure'
  | 'exception'
  | 'cancelled'
  | 'retry'
  | 'skipped'
  | 'warnings';

/** Times are ms since 1970; undefined for what has not come yet, or never did. */
export interface RehearsalStep {
  readonly name: RehearsalStepName;
  readonly result: RehearsalStepResult | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

export interface RehearsalView {
  readonly state: RehearsalState;
  readonly steps: readonly RehearsalStep[];
  /** What the rehearsal's own worker is doing; undefined while there is none. */
  readonly workerStatus: WorkerStatus | undefined;
}

/** Before the first start. */
export const REHEARSAL_NOT_STARTED: RehearsalView = {
  state: { kind: 'not-started' },
  steps: REHEARSAL_STEP_NAMES.map((name) => ({
    name,
    result: undefined,
    startedAt: undefined,
    endedAt: undefined,
  })),
  workerStatus: undefined,
};

/** A piece of a step's output. */
export interface RehearsalOutput {
  readonly step: RehearsalStepName;
  /** `stdout`, `stderr`, `header`, or `master` for the master's own messages. */
  readonly stream: string;
  readonly text: string;
}

/** Whether a rehearsal is under way, so that no second one can be started. */
export function isUnderWay({ kind }: RehearsalState): boolean {
  return !['not-started', 'done', 'cancelled', 'error'].includes(kind);
}

/** How a step is meant to end. */
export function meantResultOf(step: RehearsalStepName): RehearsalStepResult {
  return step === FAILING_STEP ? 'failure' : 'success';
}
