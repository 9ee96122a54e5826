import { RunError } from '../program/usage-error.ts';
import { findWorker } from '../running-worker/find-worker.ts';
import { followDirectory } from '../running-worker/follow-directory.ts';

export interface ReloadOptions {
  /** Connect anew between builds, where the changes need that. */
  readonly reconnect?: boolean;
}

/**
 * Has the running worker follow what its directory says now, and prints what has changed.
 *
 * Errors: RunError when no worker runs there, or none can run with what the directory says.
 */
export async function reload(dir: string, { reconnect = false }: ReloadOptions): Promise<void> {
  const found = await findWorker(dir);
  if (found.kind === 'none') throw new RunError(`No worker runs in ${found.basedir}.`);
  if (found.kind === 'buildbot-worker') {
    throw new RunError(
      `${found.basedir} is run by buildbot-worker (process ${found.pid}), which reads its settings only when it starts.`,
    );
  }
  for (const line of await followDirectory(found, reconnect)) console.log(line);
}
