import type { EventPayloads } from '../../contract/api.ts';
import type { CommandOutput } from '../../contract/worker/worker-status.ts';
import type { Clock } from '../../lib/clock.ts';
import { OutputFeed } from './output-feed.ts';

export interface WorkerFeedsOptions {
  readonly clock: Clock;
  /** Whether a window shows. */
  readonly isWatched: () => boolean;
  readonly send: <Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ) => void;
}

/** What each worker prints, on its way to the window. */
export class WorkerFeeds {
  readonly #options: WorkerFeedsOptions;
  readonly #feeds = new Map<string, OutputFeed>();

  constructor(options: WorkerFeedsOptions) {
    this.#options = options;
  }

  /** Made when it is first wanted. */
  of(workerId: string): OutputFeed {
    const there = this.#feeds.get(workerId);
    if (there) return there;
    const { clock, isWatched, send } = this.#options;
    const made = new OutputFeed({
      clock,
      isWatched,
      announce: (items) => send('overview.printed', { workerId, items }),
    });
    this.#feeds.set(workerId, made);
    return made;
  }

  /** Nothing of a worker that was removed meanwhile. */
  recentOutput(workerId: string): readonly CommandOutput[] {
    return this.#feeds.get(workerId)?.ask() ?? [];
  }

  /** Nothing shows it any more. */
  leave(workerId: string): void {
    this.#feeds.get(workerId)?.left();
  }

  forget(workerId: string): void {
    this.#feeds.delete(workerId);
  }

  shownAgain(): void {
    for (const output of this.#feeds.values()) output.shownAgain();
  }

  windowGone(): void {
    for (const output of this.#feeds.values()) output.left();
  }
}
