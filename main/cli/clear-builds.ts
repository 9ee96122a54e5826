import type { Outcome } from '../lib/outcome.ts';
import { textsIn } from '../texts/texts.ts';
import { controlOf, type FoundWorker, findWorker } from './found-worker.ts';
import { openedHistory } from './opened-history.ts';
import { RunError } from './usage-error.ts';

const { format } = textsIn('en');

/**
 * Forgets what the worker of a directory has built, but what it builds just now, and prints how many
 * builds that were.
 *
 * Errors: RunError when the history cannot be read or removed.
 */
export async function clearBuilds(dir: string, { isJson }: { isJson: boolean }): Promise<void> {
  const found = await findWorker(dir);
  const cleared = await clearHistoryOf(found);
  if (!cleared.ok) throw new RunError(cleared.problem);
  const removed = cleared.value;
  console.log(
    isJson ? JSON.stringify({ removed }, undefined, 2) : removedText(removed, found.basedir),
  );
}

/** A process that runs the worker keeps the history, and would write on from what it remembers. */
async function clearHistoryOf(found: FoundWorker): Promise<Outcome<number, string>> {
  if (found.kind !== 'buildtray') return (await openedHistory(found.basedir)).clear();
  const control = await controlOf(found);
  try {
    return await control.clearBuilds();
  } finally {
    control.close();
  }
}

function removedText(removed: number, basedir: string): string {
  const whose = `the history of the worker in ${basedir}`;
  if (removed === 0) return `There was no build in ${whose}.`;
  const builds = format.plural(removed, { one: 'build', other: 'builds' });
  return `Removed ${format.number(removed)} ${builds} from ${whose}.`;
}
