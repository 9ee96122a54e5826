import { z } from 'zod';
import { workerStatusSchema } from '../contract/worker/worker-status.ts';
import { PROTOCOLS } from '../worker-settings/protocols.ts';

/** Who runs a worker: the tray app, or `buildtray start`. */
export const HOSTS = ['tray', 'command-line'] as const;
export type Host = (typeof HOSTS)[number];

/** What a running worker reports of itself. It holds no secret. */
export const controlStatusSchema = z.object({
  version: z.string(),
  pid: z.number(),
  host: z.enum(HOSTS),
  /** When the worker's process locked the directory, in ms since 1970. */
  startedAt: z.number(),
  basedir: z.string(),
  workerName: z.string(),
  /** Such as `ci.example.org:9989`. */
  master: z.string(),
  protocol: z.enum(PROTOCOLS),
  status: workerStatusSchema,
  /** When the master was last heard, in ms since 1970; absent while not attached. */
  lastHeardAt: z.number().optional(),
  logPath: z.string(),
  /** Those that the master has assigned; absent while not attached. */
  builders: z.array(z.string()).readonly().optional(),
  /** Processes that commands left behind and that could not be ended, by their pids; absent for none. */
  leftRunning: z.array(z.number()).readonly().optional(),
});
export type ControlStatus = z.infer<typeof controlStatusSchema>;
