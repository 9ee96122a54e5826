import { textsIn } from '../../texts/texts.ts';
import { RunError } from '../program/usage-error.ts';
import { controlOf, type FoundWorker, findWorker } from '../running-worker/find-worker.ts';
import { openedHistory } from './open-history.ts';

const { format } = textsIn('en');

/**
 * Forgets what the worker of a directory has built, but what it builds just now, and prints how many
 * builds that were.
 *
 * Errors: RunError when the history cannot be read or removed.
 */
export async function clearBuilds(dir: string, { isJson }: { isJson: boolean }): Promise<void> {
  const found = await findWorker(dir);
  const removed = await clearHistoryOf(found);
  console.log(
    isJson ? JSON.stringify({ removed }, undefined, 2) : removedText(removed, found.basedir),
  );
}

/** A process that runs the worker keeps the history, and would write on from what it remembers. */
async function clearHistoryOf(found: FoundWorker): Promise<number> {
  if (found.kind !== 'buildtray') {
    const cleared = await (await openedHistory(found.basedir)).clear();
    if (cleared.ok) return cleared.value;
    throw new RunError(cleared.problem.sentence);
  }
  const control = await controlOf(found);
  try {
    const cleared = await control.clearBuilds();
    if (cleared.ok) return cleared.value;
    throw new RunError(cleared.problem);
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
