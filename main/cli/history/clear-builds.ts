import { runErrorOf } from '../program/usage-error.ts';
import { controlOf, type FoundWorker } from '../running-worker/find-worker.ts';
import { openHistory } from './open-history.ts';

/**
 * Forgets what a worker has built, except what it builds just now; how many builds that were.
 *
 * Errors: RunError when the history cannot be read or removed.
 */
export async function clearBuilds(found: FoundWorker): Promise<number> {
  // A process that runs the worker keeps the history, and would write on from what it remembers.
  return found.kind === 'buildtray' ? clearedByWorker(found) : clearedHere(found.basedir);
}

async function clearedHere(basedir: string): Promise<number> {
  const history = await openHistory(basedir);
  const cleared = await history.clear();
  await history.close();
  if (cleared.ok) return cleared.value;
  throw runErrorOf(cleared.problem);
}

async function clearedByWorker(
  found: Extract<FoundWorker, { kind: 'buildtray' }>,
): Promise<number> {
  const control = await controlOf(found);
  try {
    const cleared = await control.clearBuilds();
    if (cleared.ok) return cleared.value;
    throw runErrorOf(cleared.problem);
  } finally {
    control.close();
  }
}
