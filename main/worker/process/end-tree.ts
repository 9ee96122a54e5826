/** A process with all that it started, to be ended together. */
export interface ProcessTree {
  /** Looks who belongs to it now, so that those who leave later are still known. */
  look(): void;
  /** Signals all of it; the name comes without SIG. False when nobody was there to hear it. */
  signal(name: string): boolean;
  /** Ends whatever is left of it; returns the pids that could not be ended. */
  endRest(): readonly number[];
  /** Forgets it and leaves the processes alone. */
  release(): void;
}
