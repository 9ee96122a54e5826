import type { EventPayloads } from '../contract/api.ts';
import type { LogLine } from '../contract/log.ts';
import type { CommandOutput } from '../contract/worker-status.ts';
import { LogFeed } from '../ipc/log-feed.ts';
import { OutputFeed } from '../ipc/output-feed.ts';
import type { Clock } from '../lib/clock.ts';

export interface WorkerFeedsOptions {
  readonly clock: Clock;
  /** Whether a window shows. */
  readonly isWatched: () => boolean;
  readonly send: <Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ) => void;
}

export interface FeedsOfWorker {
  readonly output: OutputFeed;
  readonly log: LogFeed;
}

/** What each worker prints and logs, on its way to the window. */
export class WorkerFeeds {
  readonly #options: WorkerFeedsOptions;
  readonly #feeds = new Map<string, FeedsOfWorker>();

  constructor(options: WorkerFeedsOptions) {
    this.#options = options;
  }

  /** Made when they are first wanted. */
  of(workerId: string): FeedsOfWorker {
    const there = this.#feeds.get(workerId);
    if (there) return there;
    const made = this.#make(workerId);
    this.#feeds.set(workerId, made);
    return made;
  }

  /** Nothing of a worker that was removed meanwhile. */
  recentOutput(workerId: string): readonly CommandOutput[] {
    return this.#feeds.get(workerId)?.output.ask() ?? [];
  }

  /** Nothing of a worker that was removed meanwhile. */
  recentLog(workerId: string): readonly LogLine[] {
    return this.#feeds.get(workerId)?.log.ask() ?? [];
  }

  forget(workerId: string): void {
    this.#feeds.delete(workerId);
  }

  shownAgain(): void {
    for (const { output, log } of this.#feeds.values()) {
      output.shownAgain();
      log.shownAgain();
    }
  }

  windowGone(): void {
    for (const { output, log } of this.#feeds.values()) {
      output.windowGone();
      log.windowGone();
    }
  }

  #make(workerId: string): FeedsOfWorker {
    const { clock, isWatched, send } = this.#options;
    return {
      output: new OutputFeed({
        ...{ clock, isWatched },
        announce: (items) => send('output.printed', { workerId, items }),
      }),
      log: new LogFeed({
        ...{ clock, isWatched },
        announce: (items) => send('log.written', { workerId, items }),
      }),
    };
  }
}
