import { watch } from 'node:fs';
import type { Clock, Timer } from '../../lib/clock.ts';
import { type Teardown, toTeardown } from '../../lib/teardown.ts';

/** For file systems that announce nothing, and for what gets lost. */
const LOOK_EVERY_MS = 1_000;
/** A log that is written all the time is looked at five times a second. */
const GATHER_MS = 200;

/** Calls back soon after files of a directory may have changed, and once a second in any case. */
export function watchLog(dir: string, clock: Clock, onChanged: () => void): Teardown {
  let timer: Timer | undefined;
  let soon: Timer | undefined;
  const look = (): void => {
    soon?.cancel();
    soon = undefined;
    onChanged();
  };
  const tick = (): void => {
    timer = clock.setTimer(LOOK_EVERY_MS, tick);
    look();
  };
  timer = clock.setTimer(LOOK_EVERY_MS, tick);
  const announced = watchDirectory(dir, () => {
    soon ??= clock.setTimer(GATHER_MS, look);
  });
  return toTeardown(() => {
    announced.dispose();
    timer?.cancel();
    soon?.cancel();
  });
}

/** Where the system cannot watch, looking now and then has to do. */
function watchDirectory(dir: string, onChanged: () => void): Teardown {
  try {
    const watcher = watch(dir, onChanged);
    watcher.on('error', () => watcher.close());
    return toTeardown(() => watcher.close());
  } catch {
    return toTeardown(() => {});
  }
}
