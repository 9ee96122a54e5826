import type { EventPayloads } from '../contract/api.ts';
import { type Problem, problem } from '../contract/problem.ts';
import {
  isUnderWay,
  REHEARSAL_NOT_STARTED,
  type RehearsalOutput,
  type RehearsalView,
} from '../contract/rehearsal/rehearsal-view.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import { WindowFeed } from '../hosting/feeds/window-feed.ts';
import type { Clock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { removeLeftoverRehearsals } from '../rehearsal-session/rehearsal-directory.ts';
import { RehearsalSession } from '../rehearsal-session/rehearsal-session.ts';
import { fileReasonOf } from '../system/file-reason.ts';

export interface RehearsalOptions {
  readonly clock: Clock;
  /** Where rehearsals have their directories while they run. */
  readonly parentDir: string;
  /** Whether a window shows. */
  readonly isWatched: () => boolean;
  readonly send: <Channel extends keyof EventPayloads>(
    channel: Channel,
    payload: EventPayloads[Channel],
  ) => void;
  /** The rehearsal's worker is in another state. */
  readonly onWorkerChanged: () => void;
  readonly warn: (problem: Problem) => void;
}

/** So that people can watch. */
const PAUSE_SECONDS = 1;
const MAX_CHARACTERS = 256 * 1024;

/** The app's rehearsal: one at a time, beside the real workers and none of them. */
export class AppRehearsal {
  readonly #options: RehearsalOptions;
  readonly #output: WindowFeed<RehearsalOutput>;
  #session: RehearsalSession | undefined;

  constructor(options: RehearsalOptions) {
    this.#options = options;
    this.#output = new WindowFeed<RehearsalOutput>({
      clock: options.clock,
      isWatched: options.isWatched,
      limit: MAX_CHARACTERS,
      weigh: ({ text }) => text.length,
      announce: (items) => options.send('rehearsal.printed', items),
    });
  }

  get view(): RehearsalView {
    return this.#session?.view ?? REHEARSAL_NOT_STARTED;
  }

  /** What the rehearsal's worker does; undefined while there is none that does anything. */
  get workerStatus(): WorkerStatus | undefined {
    const { workerStatus } = this.view;
    return workerStatus?.kind === 'stopped' ? undefined : workerStatus;
  }

  /** `whyNot` is the sentence for one that is under way already. */
  start(whyNot: string): Outcome<void, string> {
    if (isUnderWay(this.view.state)) return failed(whyNot);
    const { clock, parentDir, send } = this.#options;
    const session = new RehearsalSession({ clock, parentDir, pauseSeconds: PAUSE_SECONDS });
    this.#session = session;
    this.#output.keep(() => false);
    session.onPrinted((output) => this.#output.add(output));
    session.onChanged((view) => {
      send('rehearsal.changed', view);
      this.#options.onWorkerChanged();
    });
    void session.run();
    return succeeded(undefined);
  }

  /** Resolves when nothing is left of it. */
  async cancel(): Promise<void> {
    await this.#session?.cancel();
  }

  /** Everything that was printed, oldest first. */
  recentOutput(): readonly RehearsalOutput[] {
    return this.#output.ask();
  }

  shownAgain(): void {
    this.#output.shownAgain();
    this.#options.send('rehearsal.changed', this.view);
  }

  windowGone(): void {
    this.#output.left();
  }

  /** Removes what rehearsals of an app that crashed have left behind. */
  async removeLeftovers(): Promise<void> {
    const { parentDir, warn } = this.#options;
    try {
      await removeLeftoverRehearsals(parentDir);
    } catch (error) {
      warn(problem('rehearsal.earlierNotRemoved', { parentDir, reason: fileReasonOf(error) }));
    }
  }
}
