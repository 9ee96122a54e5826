import { z } from 'zod';
import { type Problem, problem } from './problem.ts';
import { PROBLEMS } from './problems/problems.ts';

type Received = { key: string; facts: Record<string, unknown>; cause?: Problem | undefined };

/**
 * A problem as it comes from another process, which may be another version of Buildtray: one that is
 * not known here, or that names other facts, becomes a problem that shows its key and its facts.
 */
export const problemSchema: z.ZodType<Problem> = z
  .object({
    key: z.string(),
    facts: z.record(z.string(), z.unknown()),
    get cause() {
      return problemSchema.optional();
    },
  })
  .transform(knownProblem);

function knownProblem({ key, facts, cause }: Received): Problem {
  const shape = shapeOf(key);
  const known = shape && z.object(shape).safeParse(facts);
  const read = known?.success
    ? // The shape is that of this key.
      ({ key, facts: known.data } as Problem)
    : problem('foreign.unknownKey', { key, facts: JSON.stringify(facts) });
  return cause ? { ...read, cause } : read;
}

function shapeOf(key: string): z.ZodRawShape | undefined {
  const [subject = '', name = ''] = key.split('.');
  const bySubject: Readonly<Record<string, Readonly<Record<string, z.ZodRawShape>>>> = PROBLEMS;
  if (!Object.hasOwn(bySubject, subject)) return undefined;
  return Object.hasOwn(bySubject[subject] ?? {}, name) ? bySubject[subject]?.[name] : undefined;
}
