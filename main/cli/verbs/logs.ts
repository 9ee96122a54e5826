import { type LogFile, logFilesOf } from '../../logging/log-files.ts';
import { FollowedLog } from '../log-files/followed-log.ts';
import { lastLinesOf } from '../log-files/last-lines.ts';
import { RunError, UsageError } from '../program/usage-error.ts';
import { askWorker } from '../running-worker/ask-worker.ts';
import { basedirOf } from '../running-worker/find-worker.ts';

export interface LogsOptions {
  readonly follow?: boolean;
  readonly lines?: string;
  readonly rotate?: boolean;
}

const DEFAULT_LINES = 50;

/**
 * Prints the newest lines of a worker's log, and what is written from then on where that is wanted.
 *
 * Errors: UsageError for a number that is none; RunError when there is no log, or no new one can be begun.
 */
export async function logs(dir: string, options: LogsOptions): Promise<number> {
  const count = lineCountFrom(options.lines);
  if (options.rotate) await askWorker(dir, { kind: 'rotate-log' });
  const basedir = await basedirOf(dir);
  const files = await logFilesOf(basedir);
  const [newest] = files;
  if (newest === undefined && !options.follow) {
    throw new RunError(`There is no log in ${basedir} yet: no worker has run there.`);
  }
  // Somebody who has read enough closes the pipe.
  process.stdout.on('error', () => process.exit(0));
  const { text, end } = await lastLinesOf(files, count);
  process.stdout.write(text);
  if (options.follow) await follow(basedir, newest, end);
  return 0;
}

function lineCountFrom(typed: string | undefined): number {
  if (typed === undefined) return DEFAULT_LINES;
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(`--lines needs a number, not '${typed}'.`);
  return Number(typed);
}

/** Until somebody ends the program. */
async function follow(basedir: string, newest: LogFile | undefined, end: number): Promise<never> {
  const log = new FollowedLog(basedir, newest, end);
  for (;;) {
    await log.copyTo(process.stdout);
    await log.changed();
  }
}
