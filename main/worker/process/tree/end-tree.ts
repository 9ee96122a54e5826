import type { Clock } from '../../../lib/clock.ts';
import type { ProcessTree } from '../../process-tree.ts';
import { ProcessLook } from './process-look.ts';

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
export function endTree(tree: ProcessTree, clock: Clock): Promise<readonly number[]> {
  return endInRounds([tree], clock, () => undefined);
}

/** As `endTree`, of many with one look for all in each round. */
export function endTrees(trees: readonly ProcessTree[], clock: Clock): Promise<readonly number[]> {
  return endInRounds(trees, clock, () => new ProcessLook());
}

async function endInRounds(
  trees: readonly ProcessTree[],
  clock: Clock,
  lookAround: () => ProcessLook | undefined,
): Promise<readonly number[]> {
  const untilMs = clock.monotonicMs() + PATIENCE_MS;
  for (;;) {
    const look = lookAround();
    const shown = trees.map((tree) => ({ tree, left: tree.survivors(look) }));
    const left = shown.filter((each) => each.left.length > 0);
    const isOver = left.length === 0 && trees.every(({ isSettled }) => isSettled);
    if (isOver || clock.monotonicMs() >= untilMs) {
      return [...new Set(left.flatMap((each) => each.left))];
    }
    // In every look: what was killed may have started another meanwhile.
    for (const { tree } of left) tree.signal('KILL', look);
    await pause(clock, left.length > 0 ? LOOK_MS : UNSETTLED_LOOK_MS);
  }
}

function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => clock.setTimer(delayMs, resolve));
}
