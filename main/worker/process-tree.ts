/** A process with all that it started, to be ended together. */
export interface ProcessTree {
  /** Signals all of it; the name comes without SIG. Does nothing when nothing is left. */
  signal(name: string): void;
  /** The pids of those that still run, the leader included. */
  survivors(): readonly number[];
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
