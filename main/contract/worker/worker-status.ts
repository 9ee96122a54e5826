import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { problemSchema } from '../problem-schema.ts';

/** JSON leaves out what is undefined, so that an absent value is read as undefined. */
function orUndefined<T extends z.ZodType>(schema: T) {
  return schema.optional().transform((value) => value);
}

/** Milliseconds since 1970. */
const time = z.number();
const names = z.array(z.string()).readonly();

export const connectionProblemKindSchema = z.enum([
  'unknown-host',
  'refused',
  'unreachable',
  'timed-out',
  'tls-refused',
  /** The master's certificate is good in itself, and no known authority has signed it. */
  'unknown-issuer',
  'not-a-master',
  'wrong-password',
  /** The master answers everything but logins. */
  'login-unanswered',
  'duplicate-name',
  'silent',
  'closed-by-master',
  'protocol-error',
  'proxy-refused',
  'directory',
  /** Builds cannot be kept from what is not theirs in the way that the settings require. */
  'protection',
]);
export type ConnectionProblemKind = z.infer<typeof connectionProblemKindSchema>;

/** Why there is no connection: its sort, and what was attempted, what happened and what to do. */
export interface ConnectionProblem {
  readonly kind: ConnectionProblemKind;
  readonly problem: Problem;
}
const connectionProblemSchema: z.ZodType<ConnectionProblem> = z.object({
  kind: connectionProblemKindSchema,
  problem: problemSchema,
});

const runningCommandSchema = z.object({
  commandId: z.string(),
  builderName: z.string(),
  /** The command's name on the wire, such as `shell`. */
  name: z.string(),
  /** What runs, with obfuscated words hidden, such as `make all`. */
  summary: z.string(),
  startedAt: time,
});
export type RunningCommand = Readonly<z.infer<typeof runningCommandSchema>>;

/** What follows once the master has no more work for a draining worker. */
const drainPurposeSchema = z.enum(['pause', 'shut-down', 'quit']);
export type DrainPurpose = z.infer<typeof drainPurposeSchema>;

/** The end of a pause: a time, or the user's own word. */
const pausedUntilSchema = z.union([time, z.literal('resumed')]);
export type PausedUntil = z.infer<typeof pausedUntilSchema>;

const busy = {
  /** Builders that are in the middle of a build, whether or not a command runs just now. */
  builders: names,
  commands: z.array(runningCommandSchema).readonly(),
};

/** What a worker is doing, as tray, window, command line and log show it; JSON carries all of it. */
export const workerStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stopped'), why: orUndefined(problemSchema) }),
  z.object({
    kind: z.literal('connecting'),
    /** 1 on the first try. */
    attempt: z.number(),
    /** When the next try begins; undefined while one is under way. */
    retryAt: orUndefined(time),
    /** Why the last try failed, or why the connection was lost. */
    problem: orUndefined(connectionProblemSchema),
  }),
  z.object({ kind: z.literal('idle'), builders: names }),
  z.object({
    kind: z.literal('building'),
    ...busy,
    /**
     * Present after a drain was cancelled of which the master knows: it gives no new build until the
     * worker has attached again, which it does once the master has no build of it left.
     */
    isStillLeaving: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('draining'),
    purpose: drainPurposeSchema,
    since: time,
    ...busy,
    /** Present where the master cannot be asked to give no new builds: they are held back here. */
    isByUs: z.literal(true).exactOptional(),
    /** Present where the drain does not get on: what it waits for besides its builds. */
    waitsFor: problemSchema.exactOptional(),
  }),
  z.object({ kind: z.literal('paused'), until: pausedUntilSchema }),
  /** Tries go on, though only the user or the master's administrator can fix this. */
  z.object({
    kind: z.literal('error'),
    problem: connectionProblemSchema,
    retryAt: orUndefined(time),
  }),
]);
export type WorkerStatus = Readonly<z.infer<typeof workerStatusSchema>>;
export type WorkerStatusKind = WorkerStatus['kind'];

/** A piece of a running command's output, on its way to the windows. */
export interface CommandOutput {
  readonly commandId: string;
  readonly builderName: string;
  /** `stdout`, `stderr`, `header`, or a log file's name. */
  readonly stream: string;
  /** Whole lines. */
  readonly text: string;
}
