import { z } from 'zod';
import { workerId } from '../shapes.ts';
import { PAUSE_LENGTHS } from './pause-length.ts';

/** As soon as no build runs, or now, which loses the builds that run. */
const when = z.enum(['at-gap', 'now']);
export type When = z.infer<typeof when>;

/** A length that tray and window offer, or any number of hours. */
const pauseLength = z.union([
  z.enum(PAUSE_LENGTHS),
  z.strictObject({ hours: z.number().positive().max(10_000) }),
]);

/**
 * What can be requested of a worker: the one vocabulary of tray, window and control socket. In which
 * states a request is refused, and where it is offered, is in `request-rules.ts`.
 */
export const workerRequestSchema = z.discriminatedUnion('kind', [
  /** Connects, also out of a pause; while the worker waits for its next try, it tries at once. */
  z.strictObject({ kind: z.literal('connect') }),
  z.strictObject({ kind: z.literal('disconnect') }),
  /** Lets the builds that run end, then stays away from the master. */
  z.strictObject({ kind: z.literal('pause'), how: pauseLength }),
  /** Ends a pause, or cancels one that waits for builds. */
  z.strictObject({ kind: z.literal('resume') }),
  /** Lets the builds that run end, then stops. */
  z.strictObject({ kind: z.literal('shut-down-gracefully') }),
  /** Cancels a drain. The master sends builds again only after a new connection. */
  z.strictObject({ kind: z.literal('cancel-drain'), when }),
  /** What was to follow the last build follows at once. */
  z.strictObject({ kind: z.literal('stop-now') }),
  /** Stops in whatever state; a process of its own ends, the app runs on. */
  z.strictObject({ kind: z.literal('stop') }),
  /** Connects again, so that the master receives what it asks for only then. */
  z.strictObject({ kind: z.literal('reconnect'), when }),
  /** Ends the worker and makes it again, for the settings that it read at its start. */
  z.strictObject({ kind: z.literal('restart'), when }),
  /** Begins a new log file. */
  z.strictObject({ kind: z.literal('rotate-log') }),
]);
export type WorkerRequest = z.infer<typeof workerRequestSchema>;
export type WorkerRequestKind = WorkerRequest['kind'];

/** A request, and the worker of the app that it is for. */
export const workerActionSchema = z.strictObject({
  kind: z.literal('request'),
  workerId,
  request: workerRequestSchema,
});
export type WorkerAction = z.infer<typeof workerActionSchema>;
