import type { z } from 'zod';
import type { PROBLEMS } from './problems/problems.ts';

type Subjects = typeof PROBLEMS;

/** By subject and name: what a problem states, besides which one it is. */
export type SubjectFacts = {
  readonly [Subject in keyof Subjects]: {
    readonly [Name in keyof Subjects[Subject]]: FactsOf<Subjects[Subject][Name]>;
  };
};
type FactsOf<Shape> = {
  readonly [Fact in keyof Shape]: Shape[Fact] extends z.ZodType<infer Value> ? Value : never;
};

/** Such as `reaching.unknownHost`. */
export type ProblemKey = {
  [Subject in keyof Subjects]: `${Subject}.${keyof Subjects[Subject] & string}`;
}[keyof Subjects];

export type ProblemFacts<Key extends ProblemKey> =
  Key extends `${infer Subject extends keyof Subjects}.${infer Name}`
    ? Name extends keyof SubjectFacts[Subject]
      ? SubjectFacts[Subject][Name]
      : never
    : never;

interface ProblemOf<Key extends ProblemKey> {
  readonly key: Key;
  readonly facts: ProblemFacts<Key>;
  /** What led to it: a problem of its own, said after it. */
  readonly cause?: Problem | undefined;
}

/**
 * Something that people should know, without words: which one it is, and what it names. Every language
 * of `texts/` has the words, and `texts.say` puts it into them at the edges: tray, window, command line
 * and log.
 */
export type Problem = ProblemWith<ProblemKey>;

/** Each of some keys with facts of its own. */
type ProblemWith<Key extends ProblemKey> = { [One in Key]: ProblemOf<One> }[Key];

/** None for a problem that names nothing. */
type FactsArgument<Key extends ProblemKey> = keyof ProblemFacts<Key> extends never
  ? []
  : [facts: ProblemFacts<Key>];

export function problem<Key extends ProblemKey>(
  key: Key,
  ...[facts]: FactsArgument<Key>
): ProblemWith<Key> {
  // Facts are absent only where there are none; the compiler does not follow the pair through a union.
  return { key, facts: facts ?? {} } as ProblemWith<Key>;
}

/** A problem with what led to it. */
export function because(problem: Problem, cause: Problem): Problem {
  return { ...problem, cause };
}

/** The message of an error of the system, a program or a library, where nothing better is known. */
export function foreignProblem(message: string): Problem {
  return problem('foreign.message', { message });
}
