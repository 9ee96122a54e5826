import type { Clock } from '../lib/clock.ts';
import { messageOf } from '../lib/message-of.ts';

/** A user who logs out does not wait longer, and systems kill what takes more. */
const BOUND_MS = 10_000;

interface Joiner {
  readonly name: string;
  readonly leave: () => void | Promise<void>;
}

export interface LifecycleOptions {
  readonly clock: Clock;
  /** Ends the process. */
  readonly exit: (status: number) => void;
  readonly warn: (sentence: string) => void;
}

/** The app's end: everybody who joined comes to an end in order, within a bound, then the process. */
export class Lifecycle {
  readonly #options: LifecycleOptions;
  readonly #joiners: Joiner[] = [];
  #leaving: Promise<void> | undefined;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  get isLeaving(): boolean {
    return this.#leaving !== undefined;
  }

  /** Who joined first leaves first. */
  join(name: string, leave: () => void | Promise<void>): void {
    this.#joiners.push({ name, leave });
  }

  /** Ends the app. A second call changes nothing. */
  leave(): Promise<void> {
    this.#leaving ??= this.#leaveInOrder();
    return this.#leaving;
  }

  async #leaveInOrder(): Promise<void> {
    const { clock, exit, warn } = this.#options;
    let current = '';
    const late = new Promise<void>((resolve) => {
      clock.setTimer(BOUND_MS, () => {
        warn(`${current} takes too long to end; leaving without it.`);
        resolve();
      });
    });
    const all = async (): Promise<void> => {
      for (const { name, leave } of this.#joiners) {
        current = name;
        await this.#leaveOne(name, leave);
      }
    };
    await Promise.race([all(), late]);
    exit(0);
  }

  /** One that fails does not keep the others. */
  async #leaveOne(name: string, leave: Joiner['leave']): Promise<void> {
    try {
      await leave();
    } catch (error) {
      this.#options.warn(`${name} did not end well: ${messageOf(error)}.`);
    }
  }
}
