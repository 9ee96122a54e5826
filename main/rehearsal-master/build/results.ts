/**
 * How a step or a build ended, the worst first.
 *
 * Source: Buildbot, master/buildbot/process/results.py, worst_status.
 */
export const RESULTS = [
  'cancelled',
  'retry',
  'exception',
  'failure',
  'warnings',
  'success',
  'skipped',
] as const;
export type Result = (typeof RESULTS)[number];

/** What a step's failure means for its build; words and defaults are Buildbot's. */
export interface FailureRules {
  /** No later step runs but those that always do. Default false. */
  readonly haltOnFailure?: boolean;
  /** The build fails too. Default true. */
  readonly flunkOnFailure?: boolean;
  /** The build ends with warnings at least. Default false. */
  readonly warnOnFailure?: boolean;
}

/** What a step's result makes of its build. */
export interface Effect {
  readonly buildResult: Result;
  readonly halts: boolean;
}

export function worseOf(one: Result, other: Result): Result {
  return RESULTS.indexOf(one) < RESULTS.indexOf(other) ? one : other;
}

/** Source: Buildbot, master/buildbot/process/results.py, computeResultAndTermination. */
export function effectFrom(before: Result, stepResult: Result, rules: FailureRules): Effect {
  switch (stepResult) {
    case 'failure':
      return {
        buildResult: worseOf(before, whatFailureMeans(rules)),
        halts: rules.haltOnFailure ?? false,
      };
    case 'warnings':
      // Unless a step says otherwise, its warnings stay its own.
      return { buildResult: worseOf(before, 'success'), halts: false };
    case 'exception':
    case 'retry':
    case 'cancelled':
      return { buildResult: worseOf(before, stepResult), halts: true };
    case 'success':
    case 'skipped':
      return { buildResult: worseOf(before, stepResult), halts: false };
  }
}

function whatFailureMeans({ flunkOnFailure = true, warnOnFailure = false }: FailureRules): Result {
  if (flunkOnFailure) return 'failure';
  return warnOnFailure ? 'warnings' : 'success';
}
