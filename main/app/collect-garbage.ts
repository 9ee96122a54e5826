import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives the memory of what nobody uses any longer back at once. V8 does so by itself only when more is
 * asked for; a process that has become idle would keep it for hours. It stops for some 50 ms.
 */
export function collectGarbage(): void {
  collector ??= findCollector();
  collector();
  // A collection of this flavour gives emptied pages back to the system, too.
  collector({ type: 'major', flavor: 'last-resort' });
}

type Collector = (how?: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

let collector: Collector | undefined;

/** V8 shows its collector to contexts made while this flag is set, and to no others. */
function findCollector(): Collector {
  setFlagsFromString('--expose-gc');
  const found = runInNewContext('gc') as Collector;
  setFlagsFromString('--no-expose-gc');
  return found;
}
