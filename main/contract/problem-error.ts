import { messageOf } from '../lib/message-of.ts';
import type { Problem } from './problem.ts';

/** Carries a problem to where it is reported. Its message, which nobody should see, names the key. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.key} ${JSON.stringify(problem.facts)}`, options);
    this.problem = problem;
  }
}

/** The problem of anything that was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { key: 'foreign.message', facts: { message: messageOf(error) } };
}
