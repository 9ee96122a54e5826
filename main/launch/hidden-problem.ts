import type { Problem } from '../contract/problem.ts';

/** A problem whose facts hold no secret any more. */
export function hiddenProblem(problem: Problem, hide: (text: string) => string): Problem {
  const facts = hiddenFacts(problem.facts, hide);
  // The facts have the shape that they had.
  return {
    ...problem,
    facts,
    cause: problem.cause && hiddenProblem(problem.cause, hide),
  } as Problem;
}

function hiddenFacts(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((one) => hiddenFacts(one, hide));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // A kind is a word of this program.
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'kind' ? one : hiddenFacts(one, hide),
    ]),
  );
}
