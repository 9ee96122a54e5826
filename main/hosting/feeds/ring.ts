/** The newest of what was added, up to a limit; what is too much falls out at the old end. */
export class Ring<T> {
  readonly #limit: number;
  readonly #weigh: (item: T) => number;
  #items: T[] = [];
  #weight = 0;

  /** `limit` in whatever `weigh` counts. */
  constructor(limit: number, weigh: (item: T) => number) {
    this.#limit = limit;
    this.#weigh = weigh;
  }

  /** Oldest first. */
  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#weight += this.#weigh(item);
    let dropped = 0;
    for (const oldest of this.#items) {
      if (this.#weight <= this.#limit) break;
      this.#weight -= this.#weigh(oldest);
      dropped += 1;
    }
    if (dropped > 0) this.#items.splice(0, dropped);
  }

  /** Drops what the test does not let through. */
  keep(test: (item: T) => boolean): void {
    this.#items = this.#items.filter(test);
    this.#weight = this.#items.reduce((sum, item) => sum + this.#weigh(item), 0);
  }

  /** Everything in it, which is gone from it then. */
  take(): readonly T[] {
    const items = this.#items;
    this.#items = [];
    this.#weight = 0;
    return items;
  }
}
