import { spawnSync } from 'node:child_process';
import type { ProcessTree } from './end-tree.ts';

/**
 * The tree of a process on Windows, ended by `taskkill`. Untested: no Windows machine was at hand.
 *
 * There are no signals to choose from, so that every signal ends the tree at once; who has lost their
 * parent is not found.
 */
export class WindowsProcessTree implements ProcessTree {
  readonly #leader: number;

  constructor(leader: number) {
    this.#leader = leader;
  }

  look(): void {}

  signal(): boolean {
    const args = ['/PID', String(this.#leader), '/T', '/F'];
    return spawnSync('taskkill', args, { windowsHide: true, timeout: 5000 }).status === 0;
  }

  endRest(): readonly number[] {
    return [];
  }

  release(): void {}
}
