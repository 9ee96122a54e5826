import type { Problem } from '../contract/problem.ts';
import type {
  ConnectionProblem,
  DrainPurpose,
  PausedUntil,
  RunningCommand,
} from '../contract/worker/worker-status.ts';

/** What is known of a worker; its status is derived from these and nothing else. */
export interface WorkerFacts {
  /** Whether the worker should be attached to its master. */
  readonly isWanted: boolean;
  readonly stoppedBecause: Problem | undefined;
  /** Set while the worker stays away at the user's request. */
  readonly pausedUntil: PausedUntil | undefined;
  readonly connection: ConnectionFacts;
  readonly drain: DrainFacts | undefined;
  /** A drain was cancelled, and the master goes on with it until the worker attaches again. */
  readonly isStillLeaving: boolean;
  /** Builders the master assigned, sorted. */
  readonly builders: readonly string[];
  /** Builders in the middle of a build, sorted. */
  readonly busyBuilders: readonly string[];
  readonly commands: readonly RunningCommand[];
}

export type ConnectionFacts =
  | { readonly kind: 'attached' }
  | {
      readonly kind: 'trying';
      readonly attempt: number;
      readonly retryAt: number | undefined;
      readonly problem: ConnectionProblem | undefined;
    };

export interface DrainFacts {
  readonly purpose: DrainPurpose;
  readonly since: number;
  /** How long to stay away afterwards; only with the purpose `pause`. */
  readonly pauseUntil: PausedUntil | undefined;
  /** The master cannot be asked: new builds are held back here. */
  readonly isByUs: boolean;
  /** What it waits for besides its builds, once that takes longer than a moment. */
  readonly waitsFor?: Problem | undefined;
}

export const INITIAL_FACTS: WorkerFacts = {
  isWanted: false,
  stoppedBecause: undefined,
  pausedUntil: undefined,
  connection: { kind: 'trying', attempt: 1, retryAt: undefined, problem: undefined },
  drain: undefined,
  isStillLeaving: false,
  builders: [],
  busyBuilders: [],
  commands: [],
};
