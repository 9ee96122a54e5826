import type { Problem, SubjectFacts } from '../contract/problem.ts';

/** The words of one subject's problems in one language. */
export type WordsOf<Subject extends keyof SubjectFacts> = {
  readonly [Name in keyof SubjectFacts[Subject]]: (facts: SubjectFacts[Subject][Name]) => string;
};

/** The words of every problem in one language, by subject. */
export type ProblemWords = { readonly [Subject in keyof SubjectFacts]: WordsOf<Subject> };

type WordsOfAny = (facts: never) => string;

/** A problem in words; its cause is a sentence of its own after it. */
export function sayBy(words: ProblemWords) {
  return function say(problem: Problem): string {
    const sentence = sentenceOf(problem, words);
    return problem.cause ? `${sentence} ${say(problem.cause)}` : sentence;
  };
}

function sentenceOf({ key, facts }: Problem, words: ProblemWords): string {
  const [subject = '', name = ''] = key.split('.');
  const bySubject: Readonly<Record<string, Readonly<Record<string, WordsOfAny>>>> = words;
  // `Problem` holds the facts of its own key, and `ProblemWords` the words for those facts.
  const say = bySubject[subject]?.[name] as ((facts: Problem['facts']) => string) | undefined;
  return say?.(facts) ?? key;
}
