import type { Problem } from '../../main/contract/problem.ts';
import { textsIn } from '../../main/texts/texts.ts';

/** The English words of a problem, or of what carries one. */
export function inEnglish(found: Problem | { readonly problem: Problem }): string {
  return textsIn('en').say('key' in found ? found : found.problem);
}
