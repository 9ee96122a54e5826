/** A file system that answers slowly is waited for so long. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 20;

/** How a kind of process ends. */
export interface WaysOut {
  /** When nothing is in its way. */
  readonly inOrder: (code: number) => void;
  readonly byForce: () => void;
}

const WAYS_OF_NODE: WaysOut = {
  inOrder: process.exit,
  byForce: () => void process.kill(process.pid, 'SIGKILL'),
};

/**
 * Ends the process. Node waits, when it exits, for every call to a file system that is under way; one that
 * never comes back, such as the opening of a named pipe or of a dead network disk, would keep the process
 * for ever. Then it ends itself by force.
 */
export async function exitSurely(code: number, { inOrder, byForce } = WAYS_OF_NODE): Promise<void> {
  const startMs = performance.now();
  while (isInFileSystem() && performance.now() - startMs < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  if (isInFileSystem()) byForce();
  inOrder(code);
}

function isInFileSystem(): boolean {
  return process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'));
}
