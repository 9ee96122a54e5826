import type { Clock } from '../../../lib/clock.ts';
import type { ProcessTree } from '../../process-tree.ts';

/** How long, and how often, killed processes are waited for. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 20;
/** A process that becomes another program shows whose it is after this. */
const UNSETTLED_LOOK_MS = 1;

/** The pids of what still runs, once all of it shows whose it is. */
export async function settledSurvivors(
  tree: ProcessTree,
  clock: Clock,
): Promise<readonly number[]> {
  const untilMs = clock.monotonicMs() + PATIENCE_MS;
  let left = tree.survivors();
  while (!tree.isSettled && clock.monotonicMs() < untilMs) {
    await pause(clock, UNSETTLED_LOOK_MS);
    left = tree.survivors();
  }
  return left;
}

/** Ends by force what is left of a tree, and waits for that; the pids of what could not be ended. */
export async function endTree(tree: ProcessTree, clock: Clock): Promise<readonly number[]> {
  const untilMs = clock.monotonicMs() + PATIENCE_MS;
  let left = tree.survivors();
  while ((left.length > 0 || !tree.isSettled) && clock.monotonicMs() < untilMs) {
    // In every look: what was killed may have started another meanwhile.
    if (left.length > 0) tree.signal('KILL');
    await pause(clock, left.length > 0 ? LOOK_MS : UNSETTLED_LOOK_MS);
    left = tree.survivors();
  }
  return left;
}

function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => clock.setTimer(delayMs, resolve));
}
