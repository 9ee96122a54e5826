import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { problemSchema } from '../problem-schema.ts';
import { type WorkerStatusKind, workerStatusSchema } from './worker-status.ts';

/** Since when a worker is, or was, in a state. */
export interface StateChange {
  /** Ms since 1970. */
  readonly at: number;
  readonly kind: WorkerStatusKind;
  /** Why there was no connection, or why it was stopped; undefined where nothing is wrong. */
  readonly problem?: Problem | undefined;
}

const kinds = workerStatusSchema.options.map(({ shape }) => shape.kind.value);

export const stateChangeSchema: z.ZodType<StateChange> = z.object({
  at: z.number(),
  kind: z.enum(kinds),
  problem: problemSchema.optional(),
});
