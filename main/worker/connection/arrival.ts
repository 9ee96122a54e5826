/** What is known of a master while one try to reach it goes on. */
export interface Arrival {
  /** Whether this address has greeted as a master before. */
  readonly wasMaster: boolean;
  /** A session with this master was lost, perhaps by many: see how it greets before logging in. */
  readonly mayBeCrowded: boolean;
  /**
   * It has greeted; settles when the login is due, at once unless it has many to let in, or when `left`
   * settles: the try is over.
   */
  greeted(left: Promise<unknown>): Promise<void>;
}
