import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { messageOf } from '../lib/message-of.ts';
import { openFileLimitOf } from './descriptors/open-file-limit.ts';
import { startedWith } from './started-with.ts';

let restoring: Promise<string | undefined> | undefined;

/**
 * Gives this process back the soft limit of open files that it was started with, and so what it starts from
 * now on: Node and Chromium raise it to the hard one, and programs that look at it (old ones close every
 * possible descriptor, or use `select`) would behave otherwise than under a shell. Linux; once for a process.
 *
 * Shape:  a sentence for the log where that was not possible.
 */
export function restoreOpenFileLimit(): Promise<string | undefined> {
  restoring ??= lowerTo(startedWith().openFiles);
  return restoring;
}

async function lowerTo(wanted: number | undefined): Promise<string | undefined> {
  const raised = openFileLimitOf();
  if (wanted === undefined || !raised || raised.soft <= wanted) return undefined;
  try {
    // Node has no call for it.
    await promisify(execFile)('prlimit', [`--pid=${process.pid}`, `--nofile=${wanted}:`]);
    return undefined;
  } catch (error) {
    return `builds may open ${raised.soft} files and not ${wanted} as they should: ${messageOf(error)}`;
  }
}
