import { z } from 'zod';
import { problemSchema } from '../contract/problem-schema.ts';
import {
  CONNECTION_PROBLEM_KINDS,
  type ConnectionProblem,
  type RunningCommand,
  type WorkerStatus,
} from '../contract/worker/worker-status.ts';

/** JSON leaves out what is undefined. */
function orAbsent<T extends z.ZodType>(schema: T) {
  return schema.optional().transform((value) => value);
}

const problem: z.ZodType<ConnectionProblem> = z.object({
  kind: z.enum(CONNECTION_PROBLEM_KINDS),
  problem: problemSchema,
});

const command: z.ZodType<RunningCommand> = z.object({
  commandId: z.string(),
  builderName: z.string(),
  name: z.string(),
  summary: z.string(),
  startedAt: z.number(),
});

const builders = z.array(z.string());
const commands = z.array(command);

/** A worker's status as it comes out of JSON. */
export const workerStatusSchema: z.ZodType<WorkerStatus> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stopped'), why: orAbsent(problemSchema) }),
  z.object({
    kind: z.literal('connecting'),
    attempt: z.number(),
    retryAt: orAbsent(z.number()),
    problem: orAbsent(problem),
  }),
  z.object({ kind: z.literal('idle'), builders }),
  z.object({ kind: z.literal('building'), builders, commands }),
  z.object({
    kind: z.literal('draining'),
    purpose: z.enum(['pause', 'shut-down', 'quit']),
    since: z.number(),
    builders,
    commands,
  }),
  z.object({ kind: z.literal('paused'), until: z.union([z.number(), z.literal('resumed')]) }),
  z.object({ kind: z.literal('error'), problem, retryAt: orAbsent(z.number()) }),
]);
