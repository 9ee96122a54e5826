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
} from '../running-worker/find-worker.ts';
import { waitsForText } from '../running-worker/status-text.ts';
import { watchDrain } from '../running-worker/watch-drain.ts';
import type { Terminal } from '../terminal/terminal.ts';

type FoundBuildtray = Extract<FoundWorker, { kind: 'buildtray' }>;
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
      if (!quiet) terminal.print(text);
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
    if (kind === 'buildtray' && (await hasStoppedInTray(found))) {
      print(texts.stoppedInTray(basedir, pid));
      return 0;
    }
    await endWorkerProcess(pid);
    print(texts.ended(pid));
    return 0;
  },
});

/** In the tray app the worker stops and the app keeps running; false for a process of its own. */
async function hasStoppedInTray(found: FoundBuildtray): Promise<boolean> {
  const control = await controlOf(found).catch(() => undefined);
  const status = await control?.status();
  try {
    if (!control || !status?.ok || status.value.host !== 'tray') return false;
    await stopInTray(control, found);
    return true;
  } finally {
    control?.close();
  }
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
