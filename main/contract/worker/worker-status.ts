import type { Problem } from '../problem.ts';

/** What a worker is doing, as tray, window, command line and logs show it. Times are ms since 1970. */
export type WorkerStatus =
  | { readonly kind: 'stopped'; readonly why: Problem | undefined }
  | {
      readonly kind: 'connecting';
      /** 1 on the first try. */
      readonly attempt: number;
      /** When the next try begins; undefined while one is under way. */
      readonly retryAt: number | undefined;
      /** Why the last try failed, or why the connection was lost. */
      readonly problem: ConnectionProblem | undefined;
    }
  | { readonly kind: 'idle'; readonly builders: readonly string[] }
  | {
      readonly kind: 'building';
      /** Builders that are in the middle of a build, whether or not a command runs just now. */
      readonly builders: readonly string[];
      readonly commands: readonly RunningCommand[];
    }
  | {
      readonly kind: 'draining';
      readonly purpose: DrainPurpose;
      readonly since: number;
      readonly builders: readonly string[];
      readonly commands: readonly RunningCommand[];
      /** Present where the master cannot be told to give no new builds: they are held back here. */
      readonly isByUs?: true;
    }
  | { readonly kind: 'paused'; readonly until: PausedUntil }
  | {
      /** Only the user or the master's administrator can mend this; tries go on all the same. */
      readonly kind: 'error';
      readonly problem: ConnectionProblem;
      readonly retryAt: number | undefined;
    };

export type WorkerStatusKind = WorkerStatus['kind'];

/** What follows once the master has no more work for a draining worker. */
export type DrainPurpose = 'pause' | 'shut-down' | 'quit';

/** The end of a pause: a time in ms since 1970, or the user's own word. */
export type PausedUntil = number | 'resumed';

export interface RunningCommand {
  readonly commandId: string;
  readonly builderName: string;
  /** The command's name on the wire, such as `shell`. */
  readonly name: string;
  /** What runs, with obfuscated words hidden, such as `make all`. */
  readonly summary: string;
  readonly startedAt: number;
}

/** Why there is no connection: its sort, and what was attempted, what happened and what to do. */
export interface ConnectionProblem {
  readonly kind: ConnectionProblemKind;
  readonly problem: Problem;
}

export const CONNECTION_PROBLEM_KINDS = [
  'unknown-host',
  'refused',
  'unreachable',
  'timed-out',
  'tls-refused',
  /** The master's certificate is good in itself, and nobody known here vouches for it. */
  'unknown-issuer',
  'not-a-master',
  'wrong-password',
  'duplicate-name',
  'silent',
  'closed-by-master',
  'protocol-error',
  'proxy-refused',
  'directory',
] as const;
export type ConnectionProblemKind = (typeof CONNECTION_PROBLEM_KINDS)[number];

/** A piece of a running command's output, on its way to whoever watches. */
export interface CommandOutput {
  readonly commandId: string;
  readonly builderName: string;
  /** `stdout`, `stderr`, `header`, or a log file's name. */
  readonly stream: string;
  /** Whole lines. */
  readonly text: string;
}
