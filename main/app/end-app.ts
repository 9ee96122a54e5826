import { app } from 'electron';
import { exitSurely } from '../system/exit-surely.ts';
import { killByForce } from '../system/running-process.ts';

/** Node's own end below `process.exit`, which Electron replaces; no type declares it. */
interface ProcessOfNode extends NodeJS.Process {
  reallyExit?(status: number): never;
}

/**
 * Ends this process when nothing is left to do.
 *
 * Electron's own way takes Node down while Chromium still tidies up for some 50 ms. The signals lose
 * their listeners with it, so that a second one in that time would kill what was about to end in order.
 * On Linux the process therefore ends as any program of C does, with its listeners in place.
 */
export function endApp(status: number): void {
  if (process.platform === 'linux') {
    app.releaseSingleInstanceLock();
    endHelpers();
    (process as ProcessOfNode).reallyExit?.(status);
  }
  app.exit(status);
}

/** The same once work has begun, of which some may hang in a file system: by force then, before long. */
export function endAppSurely(status: number): void {
  void exitSurely(status, { inOrder: endApp, byForce: killApp });
}

function killApp(): void {
  endHelpers();
  process.kill(process.pid, 'SIGKILL');
}

/** Chromium's helpers would notice a little later, and write to the profile until then. */
function endHelpers(): void {
  for (const { pid, type } of app.getAppMetrics()) {
    if (type !== 'Browser') killByForce(pid);
  }
}
