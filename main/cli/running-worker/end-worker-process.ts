import { codeOf } from '../../lib/message-of.ts';
import { isStillRunning, startMarkOf } from '../../system/running-process.ts';
import { RunError } from '../program/usage-error.ts';

const LOOK_EVERY_MS = 50;
const LONGEST_WAIT_MS = 10_000;

/**
 * Ends the process of a worker by SIGTERM, and what it runs with it. Whoever calls this has just made sure
 * that the process is the worker's: a number in a file is nobody to be signalled.
 *
 * Errors: RunError.
 */
export async function endWorkerProcess(pid: number): Promise<void> {
  const mark = startMarkOf(pid);
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    // It was gone already.
    if (codeOf(error) === 'ESRCH') return;
    throw new RunError(({ cli }) => cli.verbs.stop.ofAnotherUser(pid));
  }
  await mustBeGone(pid, mark);
}

/** Waits for the end of a process that was started as `mark` says. Errors: RunError. */
export async function mustBeGone(pid: number, mark: string | undefined): Promise<void> {
  if (await isGone(pid, mark)) return;
  throw new RunError(({ cli }) => cli.verbs.stop.hasNotEnded(pid));
}

/** No system reports the end of a process that is not our child, so it is looked for. */
async function isGone(pid: number, mark: string | undefined): Promise<boolean> {
  const endMs = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < endMs) {
    if (!isStillRunning(pid, mark)) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}
