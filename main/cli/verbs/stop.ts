import type { ControlStatus } from '../../control/control-status.ts';
import { startMarkOf } from '../../system/running-process.ts';
import { DIRECTORY, GRACEFUL, QUIET } from '../program/rows.ts';
import { RunError, runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { performBy } from '../running-worker/ask-worker.ts';
import { endWorkerProcess, mustBeGone } from '../running-worker/end-worker-process.ts';
import {
  type Control,
  controlOf,
  type FoundWorker,
  findWorker,
  holderOf,
} from '../running-worker/find-worker.ts';
import { waitsForText } from '../running-worker/status-lines.ts';
import { watchDrain } from '../running-worker/watch-drain.ts';
import type { Terminal } from '../terminal/terminal.ts';

type FoundBuildtray = Extract<FoundWorker, { kind: 'buildtray' }>;
type FoundRunning = Exclude<FoundWorker, { kind: 'none' }>;
/** Where the progress goes: nowhere with --quiet. */
type Print = (text: string) => void;

const LONGEST_WAIT_MS = 10_000;

/** Stops the worker of a directory and waits until it is gone; 1 when a graceful stop goes on alone. */
export const stop = verb({
  name: 'stop',
  args: [DIRECTORY],
  options: [GRACEFUL, QUIET],
  perform: async ([dir = '.'], { graceful, quiet }, terminal) => {
    const { cli } = terminal.words;
    const texts = cli.verbs.stop;
    const print: Print = (text) => {
      if (!quiet) terminal.echo(text);
    };
    const found = await findWorker(dir);
    if (found.kind === 'none') {
      print(cli.runningWorker.notRunning);
      return 0;
    }
    const { kind, basedir, pid } = found;
    if (graceful) {
      if (kind === 'buildtray') return stopGracefully(found, print, terminal);
      throw new RunError((words) => words.cli.verbs.stop.gracefulOnlyBySignal(basedir, pid));
    }
    const how = kind === 'buildtray' ? await stopByRequest(found) : 'not-asked';
    if (how === 'stopped-in-tray') print(texts.stoppedInTray(basedir, pid));
    else {
      if (how === 'not-asked') await endVerified(found);
      print(texts.ended(pid));
    }
    return 0;
  },
});

/**
 * The worker ends its process, or in the tray app stops and the app keeps running. A worker that cannot
 * be asked, or does not do it, was `not-asked`.
 */
async function stopByRequest(
  found: FoundBuildtray,
): Promise<'ended' | 'stopped-in-tray' | 'not-asked'> {
  const control = await controlOf(found).catch(() => undefined);
  const status = await control?.status();
  try {
    if (!control || !status?.ok) return 'not-asked';
    if (status.value.host === 'tray') {
      await stopInTray(control, found);
      return 'stopped-in-tray';
    }
    return (await hasEnded(control, found)) ? 'ended' : 'not-asked';
  } finally {
    control?.close();
  }
}

/** Has a process that is the worker's alone end itself; false when it refuses. Errors: RunError. */
async function hasEnded(control: Control, { pid }: FoundBuildtray): Promise<boolean> {
  const mark = startMarkOf(pid);
  const performed = await control.perform({ kind: 'stop' });
  if (!performed.ok && performed.problem.kind === 'refused') return false;
  // It closes the connection shortly before it ends, maybe before it has answered.
  await mustBeGone(pid, mark);
  return true;
}

/** Who is seen to hold the directory now is signalled, and nobody else. Errors: RunError. */
async function endVerified(found: FoundRunning): Promise<void> {
  const holder = await holderOf(found);
  if (holder !== undefined) return endWorkerProcess(holder);
  throw new RunError(({ cli }) => cli.runningWorker.doesNotListen(found.basedir, found.pid));
}

async function stopInTray(control: Control, { basedir }: FoundBuildtray): Promise<void> {
  const stopped = new Promise<void>((resolve, reject) => {
    const look = ({ status }: ControlStatus): void => {
      if (status.kind === 'stopped') resolve();
    };
    void control
      .watch(look)
      .then((now) => (now.ok ? look(now.value) : reject(runErrorOf(now.problem))));
  });
  await performBy(control, { kind: 'stop' });
  const late = AbortSignal.timeout(LONGEST_WAIT_MS);
  await Promise.race([
    stopped,
    control.closed,
    new Promise((_resolve, reject) => {
      late.addEventListener('abort', () =>
        reject(new RunError(({ cli }) => cli.verbs.stop.stillThere(basedir))),
      );
    }),
  ]);
}

/** Lets running builds end first, and shows what is waited for. */
async function stopGracefully(
  found: FoundBuildtray,
  print: Print,
  { words }: Terminal,
): Promise<number> {
  const texts = words.cli.verbs.stop;
  const interruption = interrupted();
  const control = await controlOf(found);
  try {
    const mark = startMarkOf(found.pid);
    const now = await control.status();
    if (!now.ok) throw runErrorOf(now.problem);
    if (now.value.status.kind === 'stopped') {
      print(texts.isStopped);
      return 0;
    }
    const drain = watchDrain(control, printChanges(print, words));
    const refusal = performBy(control, { kind: 'shut-down-gracefully' }).then(() => drain);
    // The master may take its time to answer, and the worker may be gone before it does.
    const end = await Promise.race([drain, refusal, interruption]);
    if (end !== 'stopped') {
      print(end === 'interrupted' ? texts.leftToItself : texts.cancelled);
      return 1;
    }
    if (now.value.host === 'command-line') await mustBeGone(found.pid, mark);
    print(texts.stoppedGracefully);
    return 0;
  } finally {
    control.close();
  }
}

/** Prints what the worker waits for whenever that is something else. */
function printChanges(print: Print, words: Terminal['words']): (status: ControlStatus) => void {
  let shown: string | undefined;
  return (status) => {
    const text = waitsForText(status, Date.now(), words);
    if (text !== undefined && text !== shown) print(text);
    shown = text;
  };
}

function interrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('interrupted'));
  });
}
