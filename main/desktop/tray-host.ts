import type { Clock } from '../lib/clock.ts';

export interface TrayHostOptions {
  readonly clock: Clock;
  /** Asks the desktop. */
  readonly isThere: () => Promise<boolean>;
  readonly onChanged: () => void;
}

/** Panels come up after programs that are started at login; later on they are rarely added. */
const LOOK_AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000];
/** How long a start without a window waits for a panel before it shows one. */
const PATIENCE_LOOKS = 4;

/** Whether the desktop shows our tray icon: known at the start, and looked at again for some minutes. */
export class TrayHost {
  readonly #options: TrayHostOptions;
  #isThere = true;
  #looks = 0;

  constructor(options: TrayHostOptions) {
    this.#options = options;
  }

  /** True until it is known better. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** No panel has come up in the time that panels need. */
  get isMissing(): boolean {
    return !this.#isThere && this.#looks > PATIENCE_LOOKS;
  }

  /** Resolves after the first look. */
  async watch(): Promise<void> {
    const wasThere = this.#isThere;
    const wasMissing = this.isMissing;
    this.#isThere = await this.#options.isThere();
    this.#looks += 1;
    if (this.#isThere !== wasThere || this.isMissing !== wasMissing) this.#options.onChanged();
    const wait = LOOK_AGAIN_MS[this.#looks - 1];
    if (this.#isThere || wait === undefined) return;
    this.#options.clock.setTimer(wait, () => void this.watch());
  }
}
