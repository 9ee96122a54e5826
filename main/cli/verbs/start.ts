import { join } from 'node:path';
import { problem } from '../../contract/problem.ts';
import { readLaunchSettings } from '../../launch/launch-settings.ts';
import { LOG_FILENAME } from '../../system/base-directory-files.ts';
import { isAlive } from '../../system/running-process.ts';
import type { Words } from '../../texts/words.ts';
import type { Protection } from '../../worker-settings/rows/protection-levels.ts';
import { DIRECTORY, NODAEMON, QUIET } from '../program/rows.ts';
import { typedSetting } from '../program/typed-setting.ts';
import { RunError, runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { performBy } from '../running-worker/ask-worker.ts';
import { controlOf, type FoundWorker, findWorker } from '../running-worker/find-worker.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { runWorker } from '../worker-process/run-worker.ts';
import { type StartedWorker, startInBackground } from '../worker-process/start-in-background.ts';

/**
 * Starts the worker of a directory and prints how that went.
 *
 * In the background the exit status is 0 once it is attached, with --quiet once it runs, as scripts expect
 * of `buildbot-worker start -q`; in the foreground it is 0 after a signal or a graceful shutdown, and 1
 * when the worker gave up.
 */
export const start = verb({
  name: 'start',
  args: [DIRECTORY],
  options: [NODAEMON, QUIET, { name: 'protection', value: 'level' }],
  perform: async ([dir = '.'], { nodaemon, quiet, ...typed }, terminal) => {
    const protection = protectionFrom(typed.protection);
    if (nodaemon) return runInForeground(dir, protection, terminal);
    const found = await findWorker(dir);
    const print = (text: string): void => {
      if (!quiet) terminal.print(text);
    };
    if (found.kind === 'buildtray') {
      await connectAgain(found);
      print(terminal.words.cli.verbs.start.connectsAgain(found.basedir, found.pid));
      return 0;
    }
    const { basedir } = found;
    if (!quiet) await printNotes(dir, terminal);
    const stage = quiet ? 'launched' : 'attached';
    const started = await startInBackground(basedir, dir, stage, protection);
    const kind = started.verdict?.kind;
    if (kind !== stage && kind !== 'paused') {
      throw new RunError((words) => startText(started, basedir, words));
    }
    print(startText(started, basedir, terminal.words));
    return 0;
  },
});

/** What the directory holds and is not done; the log has it as well. */
async function printNotes(dir: string, terminal: Terminal): Promise<void> {
  const read = await readLaunchSettings(dir, { password: undefined });
  // Whoever starts the worker reports why it cannot.
  for (const note of read.ok ? read.value.notes : []) {
    terminal.print(`! ${terminal.words.app.say(note)}`);
  }
}

/** The level for this run alone; undefined: as the directory has it. */
function protectionFrom(typed: string | undefined): Protection | undefined {
  if (typed === undefined) return undefined;
  // The table has checked that it is one of them.
  return typedSetting('protection', typed) as Protection;
}

async function runInForeground(
  dir: string,
  protection: Protection | undefined,
  terminal: Terminal,
): Promise<number> {
  const run = await runWorker({ dir, protection, echo: (lines) => echoLines(lines, terminal) });
  if (!run.ok) throw runErrorOf(run.problem);
  return run.value?.kind === 'gave-up' ? 1 : 0;
}

/** A message of the log may have several lines. */
function echoLines(lines: string, terminal: Terminal): void {
  for (const line of lines.split('\n')) terminal.echo(line);
}

/** A worker that was stopped in the tray app connects again; any other needs no second start. */
async function connectAgain(found: Extract<FoundWorker, { kind: 'buildtray' }>): Promise<void> {
  const { basedir, pid } = found;
  const control = await controlOf(found);
  try {
    const status = await control.status();
    const isStopped = status.ok && status.value.status.kind === 'stopped';
    if (!isStopped)
      throw runErrorOf(problem('directory.runByBuildtray', { basedir, pid: `${pid}` }));
    await performBy(control, { kind: 'connect' });
  } finally {
    control.close();
  }
}

/** What became of a worker that was started in the background. */
export function startText(
  { pid, verdict }: StartedWorker,
  basedir: string,
  { app, cli }: Words,
): string {
  const texts = cli.verbs.start;
  const logPath = join(basedir, LOG_FILENAME);
  switch (verdict?.kind) {
    case 'attached':
      return texts.attached(verdict.master, pid);
    case 'paused':
      return texts.isPaused(pid, basedir);
    case 'trouble':
      return texts.keepsTrying(app.say(verdict.problem), pid, basedir);
    case 'refused':
      return app.say(verdict.problem);
    case 'gave-up':
      return texts.gaveUp(app.say(verdict.problem));
    case 'sent-away':
      return texts.sentAway;
    case 'asked-to-stop':
      return texts.wasAskedToStop;
    default:
      return isAlive(pid) ? texts.noReport(pid, logPath) : texts.endedEarly(logPath);
  }
}
