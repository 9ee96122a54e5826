import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Timer } from '../lib/clock.ts';
import type { Teardown } from '../lib/teardown.ts';
import { STAMP_FILENAME } from '../system/base-directory-files.ts';

/** Not every file system announces changes. */
const LOOK_EVERY_MS = 2_000;

export interface ShutdownStampOptions {
  readonly basedir: string;
  readonly clock: Clock;
  readonly onRequest: () => void;
}

/** Calls back each time the stamp is touched; one that was there before counts for nothing. */
export function watchShutdownStamp(options: ShutdownStampOptions): Teardown {
  return new ShutdownStampWatch(options);
}

class ShutdownStampWatch implements Teardown {
  readonly #options: ShutdownStampOptions;
  readonly #path: string;
  readonly #watcher: FSWatcher | undefined;
  /** The newest time seen so far; undefined before the first look. */
  #newestNs: bigint | undefined;
  #timer: Timer | undefined;
  #looking = false;
  #lookAgain = false;
  #isDisposed = false;

  constructor(options: ShutdownStampOptions) {
    this.#options = options;
    this.#path = join(options.basedir, STAMP_FILENAME);
    this.#watcher = this.#watchDirectory();
    this.#tick();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#timer?.cancel();
    this.#watcher?.close();
  }

  #watchDirectory(): FSWatcher | undefined {
    try {
      const watcher = watch(this.#options.basedir, { persistent: false }, (_event, name) => {
        if (name === null || name === STAMP_FILENAME) void this.#look();
      });
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      // Too many watchers, or none on this file system: looking every so often is enough.
      return undefined;
    }
  }

  #tick(): void {
    if (this.#isDisposed) return;
    void this.#look();
    this.#timer = this.#options.clock.setTimer(LOOK_EVERY_MS, () => this.#tick());
  }

  async #look(): Promise<void> {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    do {
      this.#lookAgain = false;
      this.#compare(await modifiedNs(this.#path));
    } while (this.#lookAgain);
    this.#looking = false;
  }

  #compare(foundNs: bigint): void {
    const before = this.#newestNs;
    if (before === undefined || foundNs > before) this.#newestNs = foundNs;
    if (before !== undefined && foundNs > before && !this.#isDisposed) this.#options.onRequest();
  }
}

/** 0 when there is no such file. */
async function modifiedNs(path: string): Promise<bigint> {
  try {
    return (await stat(path, { bigint: true })).mtimeNs;
  } catch {
    return 0n;
  }
}
