import type { Command } from 'commander';
import { type DirectoryUpgrade, upgradeDirectory } from '../basedir/upgrade/upgrade-directory.ts';
import { RunError } from './usage-error.ts';

export interface UpgradeWorkerOptions {
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** The command `upgrade-worker`. */
export function addUpgradeWorker(program: Command): void {
  program
    .command('upgrade-worker')
    .description("bring an older worker's buildbot.tac up to date; the old one is kept beside it")
    .argument('[dir]', 'base directory of the worker', '.')
    .option('-n, --dry-run', 'print what would change and write nothing')
    .option('-q, --quiet', 'print errors, and the changes of a dry run, only')
    .action((dir: string, options: UpgradeWorkerOptions) => upgradeWorker(dir, options));
}

/**
 * Brings a worker's directory up to date and prints what was done, or what would be.
 *
 * Errors: RunError when it has to be done by hand, or cannot be written.
 */
export async function upgradeWorker(dir: string, options: UpgradeWorkerOptions): Promise<void> {
  const isDryRun = options.dryRun ?? false;
  const upgraded = await upgradeDirectory(dir, { isDryRun });
  if (!upgraded.ok) throw new RunError(upgraded.problem);
  if (isDryRun) process.stdout.write(upgraded.value.diff);
  if (options.quiet) return;
  for (const line of linesOf(upgraded.value, isDryRun)) console.log(line);
}

function linesOf({ tacPath, diff, oldPath, steps, notes }: DirectoryUpgrade, isDryRun: boolean) {
  if (diff === '') return [...notes, `${tacPath} is up to date.`];
  const done = steps.map((step) => (isDryRun ? `would be done: ${step}` : step));
  const last = isDryRun
    ? 'Nothing was written.'
    : `${tacPath} is upgraded; the old one is ${oldPath}. A running worker follows at its next start.`;
  return [...done, ...notes, last];
}
