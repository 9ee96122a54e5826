import {
  type DirectoryUpgrade,
  upgradeDirectory,
} from '../../basedir/upgrade/upgrade-directory.ts';
import { RunError } from '../program/usage-error.ts';

export interface UpgradeWorkerOptions {
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/**
 * Brings a worker's directory up to date and prints what was done, or what would be.
 *
 * Shape:  the exit status.
 * Errors: RunError when it has to be done by hand, or cannot be written.
 */
export async function upgradeWorker(dir: string, options: UpgradeWorkerOptions): Promise<number> {
  const isDryRun = options.dryRun ?? false;
  const upgraded = await upgradeDirectory(dir, { isDryRun });
  if (!upgraded.ok) throw new RunError(upgraded.problem.sentence);
  if (isDryRun) process.stdout.write(upgraded.value.diff);
  const lines = options.quiet ? [] : linesOf(upgraded.value, isDryRun);
  for (const line of lines) console.log(line);
  return 0;
}

function linesOf({ tacPath, diff, oldPath, steps, notes }: DirectoryUpgrade, isDryRun: boolean) {
  if (diff === '') return [...notes, `${tacPath} is up to date.`];
  const done = steps.map(({ sentence }) => (isDryRun ? `would be done: ${sentence}` : sentence));
  const last = isDryRun
    ? 'Nothing was written.'
    : `${tacPath} is upgraded; the old one is ${oldPath}. A running worker follows at its next start.`;
  return [...done, ...notes, last];
}
