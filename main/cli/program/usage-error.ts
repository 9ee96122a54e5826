import type { Problem } from '../../contract/problem.ts';
import { type Words, wordsIn } from '../../texts/words.ts';

/** A sentence that finds its words where the language is known. */
export type Sentence = (words: Words) => string;

/** What ends the command line with one sentence. */
abstract class SentenceError extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence(wordsIn('en')));
    this.sentence = sentence;
  }
}

/** What was typed cannot be done; ends the program with status 2. */
export class UsageError extends SentenceError {
  override readonly name = 'UsageError';
}

/** What was requested has failed; ends the program with status 1. */
export class RunError extends SentenceError {
  override readonly name = 'RunError';
}

/** Carries the problem of another room, or what holds one. */
export function runErrorOf(found: Problem | { readonly problem: Problem } | string): RunError {
  if (typeof found === 'string') return new RunError(() => found);
  const problem = 'key' in found ? found : found.problem;
  return new RunError(({ app }) => app.say(problem));
}
