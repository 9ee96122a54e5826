import { z } from 'zod';
import { problemSchema } from '../../contract/problem-schema.ts';

/** What a worker in the background reports to the command that started it. */
export const verdictSchema = z.discriminatedUnion('kind', [
  /** It holds its directory and answers there; whether the master accepts it is still open. */
  z.object({ kind: z.literal('launched') }),
  z.object({ kind: z.literal('attached'), master: z.string() }),
  /** As it was before its restart. */
  z.object({ kind: z.literal('paused') }),
  /** It keeps trying; `isForGood` when only somebody can fix it. */
  z.object({ kind: z.literal('trouble'), problem: problemSchema, isForGood: z.boolean() }),
  /** No worker can run there. */
  z.object({ kind: z.literal('refused'), problem: problemSchema }),
  /** It has ended: after too many tries, or because it was asked to. */
  z.object({ kind: z.literal('gave-up'), problem: problemSchema }),
  z.object({ kind: z.literal('sent-away') }),
  z.object({ kind: z.literal('asked-to-stop') }),
]);
export type Verdict = z.infer<typeof verdictSchema>;
