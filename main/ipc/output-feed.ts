import type { CommandOutput, WorkerStatus } from '../contract/worker-status.ts';
import type { Clock, Timer } from '../lib/clock.ts';
import { OutputRing } from './output-ring.ts';

/** At most ten announcements a second, whatever a command prints. */
const GATHER_MS = 100;

export interface OutputFeedOptions {
  readonly clock: Clock;
  /** While false nothing is gathered for the windows. */
  readonly isWatched: () => boolean;
  readonly onPrinted: (output: readonly CommandOutput[]) => void;
}

/** Gathers what commands print for the windows, and keeps the last of it for one that opens. */
export class OutputFeed {
  readonly #options: OutputFeedOptions;
  readonly #recent = new OutputRing();
  /** A window that cannot keep up loses the oldest, never the newest. */
  readonly #gathered = new OutputRing();
  #timer: Timer | undefined;

  constructor(options: OutputFeedOptions) {
    this.#options = options;
  }

  /** What the builds that run now have printed, oldest first. */
  get recent(): readonly CommandOutput[] {
    return this.#recent.pieces;
  }

  add(output: CommandOutput): void {
    this.#recent.add(output);
    if (!this.#options.isWatched()) return;
    this.#gathered.add(output);
    this.#timer ??= this.#options.clock.setTimer(GATHER_MS, () => this.#announce());
  }

  /** Forgets the output of builds that have ended. */
  follow(status: WorkerStatus): void {
    const builders = 'builders' in status && status.kind !== 'idle' ? status.builders : [];
    const running = 'commands' in status ? status.commands.map((c) => c.builderName) : [];
    this.#recent.keepOnly([...builders, ...running]);
  }

  #announce(): void {
    this.#timer = undefined;
    const output = this.#gathered.take();
    if (this.#options.isWatched()) this.#options.onPrinted(output);
  }
}
