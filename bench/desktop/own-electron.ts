import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';

/**
 * A copy of Electron. The kernel shares a program's pages between all that run it, and counts them in
 * parts: beside another app of the same Electron ours would seem smaller by up to 100 MiB.
 */
export class OwnElectron {
  // Not among temporary files: where those are held in memory, the program would count as ours.
  readonly #dir = resolve('out', `bench-electron-${process.pid}`);
  readonly program: string;

  constructor() {
    // The electron package's export is the path of the executable.
    const program = createRequire(import.meta.url)('electron') as string;
    cpSync(dirname(program), this.#dir, { recursive: true });
    this.program = resolve(this.#dir, basename(program));
  }

  remove(): void {
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
