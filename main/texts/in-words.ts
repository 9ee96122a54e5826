import type { Problem } from '../contract/problem.ts';
import { failed, type Outcome } from '../lib/outcome.ts';
import type { Texts } from './texts.ts';

/** An outcome for the windows, which get sentences in the user's language. */
export function inWords<T>(
  outcome: Outcome<T, Problem>,
  { say }: Pick<Texts, 'say'>,
): Outcome<T, string> {
  return outcome.ok ? outcome : failed(say(outcome.problem));
}
