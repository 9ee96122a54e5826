import type { Problem } from '../../main/contract/problem.ts';
import { inEnglish } from './in-english.ts';

/** Equals a problem, or what carries one, with these English words, or words that match. */
export function worded(words: string | RegExp): unknown {
  return wordsThat(`are ${words}`, (sentence) =>
    typeof words === 'string' ? sentence === words : words.test(sentence),
  );
}

/** Equals a problem, or what carries one, whose English words hold a part. */
export function wordedWith(part: string): unknown {
  return wordsThat(`hold ${part}`, (sentence) => sentence.includes(part));
}

/** What Vitest takes for an asymmetric matcher. */
function wordsThat(expectation: string, test: (sentence: string) => boolean): unknown {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (found: Problem | { readonly problem: Problem }) => test(inEnglish(found)),
    toString: () => 'worded',
    toAsymmetricMatcher: () => `words that ${expectation}`,
  };
}
