import type { Clock, Timer } from '../lib/clock.ts';
import { freeBytesOf } from '../system/free-bytes-of.ts';

const LOOK_EVERY_MS = 5 * 60_000;
const LOW_BYTES = 1_000_000_000;
/** What was low must be well again before it is reported again. */
const WELL_BYTES = 2_000_000_000;

export interface DiskWatchOptions {
  readonly clock: Clock;
  /** The directories that builds run in. */
  readonly dirs: () => readonly string[];
  readonly onLow: (dir: string, freeBytes: number) => void;
  /** Undefined for a directory that cannot be looked at. */
  readonly freeBytes?: (dir: string) => Promise<number | undefined>;
}

/** Calls back when builds are about to run out of disk: once, until there is room again. */
export class DiskWatch {
  readonly #options: DiskWatchOptions;
  readonly #reported = new Set<string>();
  #timer: Timer | undefined;
  #isOver = false;

  constructor(options: DiskWatchOptions) {
    this.#options = options;
  }

  /** Looks now, and from time to time. Resolves after the first look. */
  async start(): Promise<void> {
    const { clock, dirs, freeBytes = freeBytesOf } = this.#options;
    for (const dir of dirs()) this.#judge(dir, await freeBytes(dir));
    if (!this.#isOver) this.#timer = clock.setTimer(LOOK_EVERY_MS, () => void this.start());
  }

  dispose(): void {
    this.#isOver = true;
    this.#timer?.cancel();
  }

  #judge(dir: string, free: number | undefined): void {
    if (free === undefined) return;
    if (free >= WELL_BYTES) this.#reported.delete(dir);
    if (free >= LOW_BYTES || this.#reported.has(dir)) return;
    this.#reported.add(dir);
    this.#options.onLow(dir, free);
  }
}
