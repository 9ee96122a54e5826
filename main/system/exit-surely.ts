/** A file system or a name server that answers slowly is waited for so long. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 20;

/** How a kind of process ends. */
export interface WaysOut {
  /** When nothing is in its way. */
  readonly inOrder: (code: number) => void;
  /** Whatever still runs. */
  readonly byForce: (code: number) => void;
}

const WAYS_OF_NODE: WaysOut = {
  inOrder: process.exit,
  byForce: endByForce,
};

/**
 * Ends the process. Node waits, when it exits, for every call to a file system and every lookup of a name
 * that is under way; one that never comes back, such as the opening of a named pipe or of a dead network
 * disk, would keep the process for ever, and a name server that is silent for half a minute. Then it ends
 * itself by force.
 */
export async function exitSurely(code: number, { inOrder, byForce } = WAYS_OF_NODE): Promise<void> {
  const startMs = performance.now();
  while (isThreadBusy() && performance.now() - startMs < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  if (isThreadBusy()) byForce(code);
  inOrder(code);
}

/** What Node's threads do that may take for ever. */
const ENDLESS = /^(FSReq|GetAddrInfoReq|GetNameInfoReq)/;

function isThreadBusy(): boolean {
  return process.getActiveResourcesInfo().some((kind) => ENDLESS.test(kind));
}

/** Another program in this one's place ends its threads, and then itself with the code. */
function endByForce(code: number): void {
  const { execve } = process;
  // Not in every release of Node, and not on Windows.
  if (execve) execve('/bin/sh', ['sh', '-c', `exit ${code}`], {});
  process.kill(process.pid, 'SIGKILL');
}
