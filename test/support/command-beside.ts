import { readFileSync } from 'node:fs';
import { isRunning } from './is-running.ts';
import { waitFor } from './wait-for.ts';

/**
 * A command that does nothing until the worker ends it: started beside another one with a `maxTime`,
 * it measures time by the worker's own clock.
 */
export function besideScript(pidPath: string): string {
  return `echo $$ > '${pidPath}.new' && mv '${pidPath}.new' '${pidPath}' && exec sleep 600`;
}

/** Waits until that command has been started and ended. */
export async function untilEnded(pidPath: string): Promise<void> {
  const pid = await waitFor(() => Number(readFileSync(pidPath, 'utf8')));
  await waitFor(() => {
    if (isRunning(pid)) throw new Error(`the command beside (${pid}) still runs`);
  });
}
