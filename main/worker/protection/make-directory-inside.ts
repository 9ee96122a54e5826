import { execFile } from 'node:child_process';
import { withUmask } from '../with-umask.ts';
import type { Enclosure } from './enclosure.ts';
import { systemProgram } from './start-inside.ts';

/**
 * Makes a directory and its parents as a program of a build would, so that no link leads anywhere else.
 *
 * Errors: rejects with the reason that `mkdir` gives.
 */
export function makeDirectoryInside(
  enclosure: Enclosure,
  path: string,
  umask: number | undefined,
): Promise<void> {
  const { words, workdir, environment } = enclosure.startOf({
    words: [systemProgram('mkdir'), '-p', '--', path],
    workdir: '/',
    environment: {},
  });
  const [file = '', ...args] = words;
  return new Promise((resolve, reject) => {
    withUmask(umask, () =>
      execFile(file, args, { cwd: workdir, env: environment }, (error, _stdout, stderr) => {
        if (error) reject(new Error(reasonIn(stderr) ?? error.message));
        else resolve();
      }),
    );
  });
}

/** `mkdir: cannot create directory ‘…’: Read-only file system`. */
function reasonIn(stderr: string): string | undefined {
  return /: ([^:\n]+)\n?$/.exec(stderr)?.[1];
}
