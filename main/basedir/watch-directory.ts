import { stat } from 'node:fs/promises';
import type { Clock, Timer } from '../lib/clock.ts';
import { codeOf } from '../lib/message-of.ts';
import type { Teardown } from '../lib/teardown.ts';

const LOOK_EVERY_MS = 5_000;
/** A directory that is swapped for another, or mounted again, is away for a moment only. */
const MOST_MISSES = 2;

export interface DirectoryWatchOptions {
  readonly basedir: string;
  readonly clock: Clock;
  readonly onGone: () => void;
}

/**
 * Calls back once when the directory is no longer the one that it was at the start: it was removed,
 * moved, or another took its place. A directory that cannot be looked at just now is not gone.
 */
export function watchDirectory(options: DirectoryWatchOptions): Teardown {
  return new DirectoryWatch(options);
}

class DirectoryWatch implements Teardown {
  readonly #options: DirectoryWatchOptions;
  #identity: string | undefined;
  #misses = 0;
  #timer: Timer | undefined;
  #isOver = false;

  constructor(options: DirectoryWatchOptions) {
    this.#options = options;
    void this.#look();
  }

  dispose(): void {
    this.#isOver = true;
    this.#timer?.cancel();
  }

  async #look(): Promise<void> {
    const found = await identityOf(this.#options.basedir);
    if (this.#isOver) return;
    this.#judge(found);
    if (this.#misses < MOST_MISSES) {
      this.#timer = this.#options.clock.setTimer(LOOK_EVERY_MS, () => void this.#look());
      return;
    }
    this.dispose();
    this.#options.onGone();
  }

  #judge(found: string | 'gone' | 'unknown'): void {
    if (found === 'unknown') return;
    if (found !== 'gone') this.#identity ??= found;
    this.#misses = found === this.#identity ? 0 : this.#misses + 1;
  }
}

/** What stays the same as long as it is the same directory. */
async function identityOf(path: string): Promise<string | 'gone' | 'unknown'> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'unknown';
  }
}
