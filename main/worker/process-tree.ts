import type { ProcessEntry } from '../system/process-table.ts';
import type { StartEnvironment } from '../system/start-environment-of.ts';

/** The processes of this machine at one moment, for any number of trees. */
export interface TreeLook {
  readonly table: readonly ProcessEntry[];
  /** Everything in the worker's control group; undefined without one. */
  readonly group: ReadonlySet<number> | undefined;
  /** As `startEnvironmentOf`. */
  environmentOf(entry: ProcessEntry): StartEnvironment | 'changing' | undefined;
}

/** A process with all that it started, to be ended together. */
export interface ProcessTree {
  /**
   * Signals all of it; the name comes without SIG. Does nothing when nothing is left. What a `look` for
   * many trees shows is signalled once.
   */
  signal(name: string, look?: TreeLook): void;
  /** The pids of those that still run, the leader included; as a `look` for many trees shows them, or as they are. */
  survivors(look?: TreeLook): readonly number[];
  /** Those of the last look that still run: a look that costs little, and misses what came since. */
  remaining(): readonly number[];
  /** Whether the last look saw all there was to see; false: look again in a moment. */
  readonly isSettled: boolean;
  /** The command is over, what it left goes on and stays known: `close` follows when that is over, too. */
  keep(): void;
  /** The command is over, what it left is nobody's to end, not even after the worker's death. */
  release(): void;
  /** The command is over: nothing is looked for any more. */
  close(): void;
}
