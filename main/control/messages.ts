import { z } from 'zod';
import { problemSchema } from '../contract/problem-schema.ts';
import { controlStatusSchema } from './control-status.ts';
import { reloadedSchema } from './reloaded.ts';

/** What may be asked of a running worker. */
const askSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status') }),
  /** The status at once, and again whenever it changes, until the line is closed. */
  z.object({ kind: z.literal('watch') }),
  z.object({ kind: z.literal('connect') }),
  z.object({ kind: z.literal('stop') }),
  z.object({ kind: z.literal('shut-down-gracefully') }),
  z.object({ kind: z.literal('pause'), until: z.union([z.number(), z.literal('resumed')]) }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('cancel-drain') }),
  z.object({ kind: z.literal('rotate-log') }),
  /** Attaches anew as soon as nothing runs. */
  z.object({ kind: z.literal('reconnect') }),
  /** Reads the directory's settings anew. */
  z.object({ kind: z.literal('reload') }),
  /** Forgets every build but those that run. */
  z.object({ kind: z.literal('clear-builds') }),
]);
export type Ask = z.infer<typeof askSchema>;
/** What is asked for to be done, of which nothing else is told than that it was. */
export type Wish = Exclude<Ask, { kind: 'status' | 'watch' | 'reload' | 'clear-builds' }>;

/** One line of the one who asks. */
export const requestSchema = z.object({ id: z.number(), ask: askSchema });

/** One line of the worker: the answer to a request, or news to a watcher. */
export const replySchema = z.union([
  z.object({ id: z.number(), status: controlStatusSchema }),
  z.object({ id: z.number(), reloaded: reloadedSchema }),
  z.object({ id: z.number(), clearedBuilds: z.number() }),
  z.object({ id: z.number(), done: z.literal(true) }),
  z.object({ id: z.number(), problem: problemSchema }),
  z.object({ news: controlStatusSchema }),
]);
export type Reply = z.infer<typeof replySchema>;
