import { failed, type Outcome } from '../lib/outcome.ts';
import type { Statement } from '../lib/statement.ts';
import type { Texts } from './texts.ts';

/** An outcome for the windows, which get sentences in the user's language. */
export function inWords<T>(
  outcome: Outcome<T, Statement>,
  { say }: Pick<Texts, 'say'>,
): Outcome<T, string> {
  return outcome.ok ? outcome : failed(say(outcome.problem));
}
