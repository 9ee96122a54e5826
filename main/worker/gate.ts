/** Lets so many things be under way at a time; the others wait, and are let in by their order. */
export class Gate {
  readonly #most: number;
  #inside = 0;
  /** What lets in those that wait. */
  readonly #waiting = new Set<() => void>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Settles when something may begin that is over with `ended`; undefined where that is at once. What ends
   * before its turn has given it up.
   */
  enter(ended: Promise<void>): Promise<void> | undefined {
    if (this.#inside < this.#most) {
      this.#entered(ended);
      return undefined;
    }
    return new Promise((resolve) => {
      const letIn = (): void => {
        this.#entered(ended);
        resolve();
      };
      this.#waiting.add(letIn);
      void ended.then(() => this.#waiting.delete(letIn));
    });
  }

  #entered(ended: Promise<void>): void {
    this.#inside += 1;
    void ended.then(() => this.#left());
  }

  #left(): void {
    this.#inside -= 1;
    const [next] = this.#waiting;
    if (!next) return;
    this.#waiting.delete(next);
    next();
  }
}
