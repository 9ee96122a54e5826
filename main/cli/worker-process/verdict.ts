import { z } from 'zod';

/** What a worker in the background tells the command that started it. */
export const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attached'), master: z.string() }),
  /** It goes on trying; `isForGood` when only somebody can mend it. */
  z.object({ kind: z.literal('trouble'), sentence: z.string(), isForGood: z.boolean() }),
  /** No worker can run there, or it has ended already. */
  z.object({ kind: z.literal('ended'), sentence: z.string() }),
]);
export type Verdict = z.infer<typeof verdictSchema>;
