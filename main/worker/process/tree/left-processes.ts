import { codeOf } from '../../../lib/message-of.ts';
import { findProcess } from '../../../system/process-table.ts';

/**
 * Processes of commands that could not be ended: the system holds them, or they are no longer ours to
 * end. They are shown for as long as they run.
 */
export class LeftProcesses {
  /** With what tells each from a later process of its pid; undefined where the system does not. */
  readonly #startedAt = new Map<number, string | undefined>();

  /** The pids of those that still run, the lowest first. */
  get pids(): readonly number[] {
    for (const [pid, startedAt] of this.#startedAt) {
      if (!isRunning(pid, startedAt)) this.#startedAt.delete(pid);
    }
    return [...this.#startedAt.keys()].sort((a, b) => a - b);
  }

  add(pids: readonly number[]): void {
    for (const pid of pids) this.#startedAt.set(pid, findProcess(pid)?.startedAt);
  }
}

function isRunning(pid: number, startedAt: string | undefined): boolean {
  if (process.platform !== 'linux') return exists(pid);
  const now = findProcess(pid);
  return now !== undefined && !now.isZombie && now.startedAt === startedAt;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that is there and not ours refuses.
    return codeOf(error) === 'EPERM';
  }
}
