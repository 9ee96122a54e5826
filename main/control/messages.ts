import { z } from 'zod';
import { problemSchema } from '../contract/problem-schema.ts';
import { REFUSALS } from '../contract/worker/request-rules.ts';
import { stateChangeSchema } from '../contract/worker/state-change.ts';
import { workerRequestSchema } from '../contract/worker/worker-request.ts';
import { controlStatusSchema } from './control-status.ts';
import { reloadedSchema } from './reloaded.ts';

/** What a running worker answers with more than that it was done. */
const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status') }),
  /** The status at once, and again whenever it changes, until the line is closed. */
  z.object({ kind: z.literal('watch') }),
  /** The last states, oldest first. */
  z.object({ kind: z.literal('states') }),
  /** Reads the directory's settings again; what has changed. */
  z.object({ kind: z.literal('reload') }),
  /** Forgets every build but those that run; how many. */
  z.object({ kind: z.literal('clear-builds') }),
]);

/** The requests of the contract, as tray and window make them, and the questions. */
export const controlRequestSchema = z.discriminatedUnion('kind', [
  questionSchema,
  workerRequestSchema,
]);
export type ControlRequest = z.infer<typeof controlRequestSchema>;

/** One line to the worker. What is requested may be unknown: another version may have sent it. */
export const requestLineSchema = z.object({
  id: z.number(),
  ask: z.unknown(),
  /** Who asks, by its own account: Node does not report the process at the other end. */
  pid: z.number().int().optional(),
});
export interface RequestLine {
  readonly id: number;
  readonly pid: number;
  readonly ask: ControlRequest;
}

/** One line from the worker: the reply to a request, or news for a watcher. */
export const replySchema = z.union([
  z.object({ id: z.number(), status: controlStatusSchema }),
  z.object({ id: z.number(), states: z.array(stateChangeSchema).readonly() }),
  z.object({ id: z.number(), reloaded: reloadedSchema }),
  z.object({ id: z.number(), clearedBuilds: z.number() }),
  z.object({ id: z.number(), done: z.literal(true) }),
  /** The state of the worker refuses the request. */
  z.object({ id: z.number(), refused: z.enum(REFUSALS) }),
  /** It was attempted and failed. */
  z.object({ id: z.number(), problem: problemSchema }),
  /** This version does not know the request. */
  z.object({ id: z.number(), isUnknown: z.literal(true) }),
  z.object({ news: controlStatusSchema }),
]);
export type Reply = z.infer<typeof replySchema>;
