/** A process with all that it started, to be ended together. */
export interface ProcessTree {
  /** Signals all of it; the name comes without SIG. Does nothing when nothing is left. */
  signal(name: string): void;
  /** The pids of those that still run, the leader included. */
  survivors(): readonly number[];
  /** Whether the last look saw all there was to see; false: look again in a moment. */
  readonly isSettled: boolean;
  /** The command is over: nothing is looked for any more. */
  close(): void;
}
