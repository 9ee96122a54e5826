import type { Clock, Timer } from '../../lib/clock.ts';
import { Ring } from './ring.ts';

/** At most ten announcements a second, whatever comes in. */
const GATHER_MS = 100;

export interface WindowFeedOptions<T> {
  readonly clock: Clock;
  /** How much is kept, in what `weigh` counts. */
  readonly limit: number;
  readonly weigh: (item: T) => number;
  /** Whether a window shows; while none does, nothing is announced. */
  readonly isWatched: () => boolean;
  readonly announce: (items: readonly T[]) => void;
}

/**
 * A stream on its way to the window. The window asks once for what was, and gets from then on what
 * comes, in batches; while it is hidden the newest waits for it, within the limit.
 */
export class WindowFeed<T> {
  readonly #options: WindowFeedOptions<T>;
  readonly #recent: Ring<T>;
  /** A window that cannot keep up loses the oldest, never the newest. */
  readonly #waiting: Ring<T>;
  #hasAsked = false;
  #timer: Timer | undefined;

  constructor(options: WindowFeedOptions<T>) {
    this.#options = options;
    this.#recent = new Ring(options.limit, options.weigh);
    this.#waiting = new Ring(options.limit, options.weigh);
  }

  add(item: T): void {
    this.#recent.add(item);
    if (!this.#hasAsked) return;
    this.#waiting.add(item);
    this.shownAgain();
  }

  /** What was, oldest first: the window's first question. */
  ask(): readonly T[] {
    this.#hasAsked = true;
    this.#waiting.take();
    return [...this.#recent.items];
  }

  /** Forgets what nobody needs to see any more. */
  keep(test: (item: T) => boolean): void {
    this.#recent.keep(test);
  }

  shownAgain(): void {
    if (!this.#options.isWatched()) return;
    this.#timer ??= this.#options.clock.setTimer(GATHER_MS, () => this.#announce());
  }

  /** The page or the window went away; another one will ask again. */
  left(): void {
    this.#hasAsked = false;
    this.#waiting.take();
  }

  #announce(): void {
    this.#timer = undefined;
    if (!this.#options.isWatched()) return;
    const items = this.#waiting.take();
    if (items.length > 0) this.#options.announce(items);
  }
}
