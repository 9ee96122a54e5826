import { type LogFile, logFilesOf } from '../../logging/log-files.ts';
import { FollowedLog } from '../log-files/followed-log.ts';
import { lastLinesOf } from '../log-files/last-lines.ts';
import { DIRECTORY } from '../program/rows.ts';
import { RunError, UsageError } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';
import { basedirOf } from '../running-worker/find-worker.ts';
import type { Terminal } from '../terminal/terminal.ts';

const DEFAULT_LINES = 50;

/** Prints the newest lines of a worker's log, and with --follow what is written from then on. */
export const logs = verb({
  name: 'logs',
  args: [DIRECTORY],
  options: [
    { name: 'follow', short: 'f' },
    { name: 'lines', short: 'n', value: 'number', byDefault: String(DEFAULT_LINES) },
    { name: 'rotate' },
  ],
  perform: async ([dir = '.'], { lines, rotate, follow }, terminal) => {
    const count = lineCountFrom(lines);
    if (rotate) await askWorker(dir, { kind: 'rotate-log' }, terminal);
    const basedir = await basedirOf(dir);
    const files = await logFilesOf(basedir);
    const [newest] = files;
    if (newest === undefined && !follow) {
      throw new RunError(({ cli }) => cli.verbs.logs.noLogYet(basedir));
    }
    const { text, end } = await lastLinesOf(files, count);
    terminal.write(text);
    if (follow) await followLog(basedir, newest, end, terminal);
    return 0;
  },
});

function lineCountFrom(typed: string | undefined): number {
  if (typed === undefined) return DEFAULT_LINES;
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new UsageError(({ cli }) => cli.verbs.logs.linesNeedsNumber(typed));
}

/** Until somebody ends the program, or has read enough and closes the pipe. */
async function followLog(
  basedir: string,
  newest: LogFile | undefined,
  end: number,
  terminal: Terminal,
): Promise<void> {
  const log = new FollowedLog(basedir, newest, end);
  while (!terminal.outputLost.aborted) {
    await log.copyTo((bytes) => terminal.write(bytes));
    await log.changed(terminal.outputLost);
  }
}
