import { BrokerError } from './errors.ts';
import type { Referenceable } from './referenceable.ts';

/** Far more than any peer has use for: a master holds one for each builder. Twisted's own limit is 1,024. */
export const MOST_LOCAL_OBJECTS = 50_000;

/** Objects of ours that the peer holds, and how many references to each. */
export class LocalObjects {
  readonly #byId = new Map<number, { readonly object: Referenceable; references: number }>();
  readonly #ids = new Map<Referenceable, number>();
  #lastId = 0;

  get size(): number {
    return this.#byId.size;
  }

  /**
   * The object's id, with one more reference held by the peer.
   *
   * Errors: throws a BrokerError with code PB_TOO_MANY_OBJECTS for one more than MOST_LOCAL_OBJECTS.
   */
  offer(object: Referenceable): number {
    const known = this.#ids.get(object);
    const entry = known === undefined ? undefined : this.#byId.get(known);
    if (known !== undefined && entry) {
      entry.references += 1;
      return known;
    }
    if (this.#byId.size >= MOST_LOCAL_OBJECTS) {
      const text = `the peer holds ${MOST_LOCAL_OBJECTS} objects and gets no more`;
      throw new BrokerError('PB_TOO_MANY_OBJECTS', text);
    }
    this.#lastId += 1;
    this.#ids.set(object, this.#lastId);
    this.#byId.set(this.#lastId, { object, references: 1 });
    return this.#lastId;
  }

  find(id: number): Referenceable | undefined {
    return this.#byId.get(id)?.object;
  }

  /** The peer dropped a reference; false when it held none. */
  release(id: number): boolean {
    const entry = this.#byId.get(id);
    if (!entry) return false;
    entry.references -= 1;
    if (entry.references === 0) {
      this.#byId.delete(id);
      this.#ids.delete(entry.object);
    }
    return true;
  }

  clear(): void {
    this.#byId.clear();
    this.#ids.clear();
  }
}
