import { execFile } from 'node:child_process';
import type { ProcessTree } from '../../process-tree.ts';

/**
 * The tree of a process on Windows, ended by `taskkill`. Untested: no Windows machine was at hand.
 *
 * TERM asks, as the Python worker has it; every other signal ends the tree by force. Who has lost their
 * parent is not found: that would take a Job object, which Node cannot make.
 */
export class WindowsProcessTree implements ProcessTree {
  readonly isSettled = true;
  readonly #leader: number;

  constructor(leader: number) {
    this.#leader = leader;
  }

  signal(name: string): void {
    const force = name === 'TERM' ? [] : ['/F'];
    // Its code is of no use: it also fails when the process has just ended.
    execFile('taskkill', ['/PID', String(this.#leader), '/T', ...force], () => {});
  }

  survivors(): readonly number[] {
    return [];
  }

  remaining(): readonly number[] {
    return [];
  }

  keep(): void {}

  release(): void {}

  close(): void {}
}
