import type { RequestProblem } from '../contract/worker/request-rules.ts';
import type { Texts } from './texts.ts';

/** The sentence why a request was not performed. */
export function requestProblemText(
  problem: RequestProblem,
  { refusals, say }: Pick<Texts, 'refusals' | 'say'>,
): string {
  return problem.kind === 'refused' ? refusals.now[problem.refusal] : say(problem.problem);
}
