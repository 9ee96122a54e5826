import type { ControlClient } from '../../control/control-client.ts';
import type { ControlStatus } from '../../control/control-status.ts';
import { codeOf } from '../../lib/message-of.ts';
import { isRunning, startMarkOf } from '../../system/running-process.ts';
import { RunError } from '../program/usage-error.ts';
import { controlOf, type FoundWorker, findWorker } from '../running-worker/find-worker.ts';
import { waitsForText } from '../running-worker/status-text.ts';

export interface StopOptions {
  readonly graceful?: boolean;
  readonly quiet?: boolean;
}

type FoundBuildtray = Extract<FoundWorker, { kind: 'buildtray' }>;

const LOOK_EVERY_MS = 50;
const LONGEST_WAIT_MS = 10_000;

/**
 * Stops the worker of a directory and waits until it is gone.
 *
 * Shape:  the exit status: 0 when no worker runs there any more, whether or not one did; 1 when a graceful
 *         stop was left to itself by Ctrl-C.
 * Errors: RunError when it does not stop.
 */
export async function stop(dir: string, options: StopOptions): Promise<number> {
  const say = (text: string): void => {
    if (!options.quiet) console.log(text);
  };
  const found = await findWorker(dir);
  if (found.kind === 'none') {
    say('worker not running');
    return 0;
  }
  if (found.kind === 'buildtray' && options.graceful) return stopGracefully(found, say);
  if (options.graceful) {
    throw new RunError(
      `${found.basedir} is run by buildbot-worker (process ${found.pid}), which takes a graceful shutdown only by SIGHUP or shutdown.stamp, as its allow_shutdown says.`,
    );
  }
  if (found.kind === 'buildtray' && (await stopHosted(found, say))) return 0;
  await endProcess(found.pid);
  say(`worker process ${found.pid} has ended`);
  return 0;
}

/** In the tray app the worker stops and the app lives on; false for a process of its own. */
async function stopHosted(found: FoundBuildtray, say: (text: string) => void): Promise<boolean> {
  const control = await controlOf(found).catch(() => undefined);
  const status = await control?.status();
  try {
    if (!control || !status?.ok || status.value.host !== 'tray') return false;
    await hasStopped(control, found);
    say(`the worker in ${found.basedir} has stopped; the tray app (process ${found.pid}) runs on`);
    return true;
  } finally {
    control?.close();
  }
}

async function hasStopped(control: ControlClient, { basedir }: FoundBuildtray): Promise<void> {
  const stopped = new Promise<void>((resolve, reject) => {
    const look = ({ status }: ControlStatus): void => {
      if (status.kind === 'stopped') resolve();
    };
    void control
      .watch(look)
      .then((now) => (now.ok ? look(now.value) : reject(new RunError(now.problem))));
  });
  const asked = await control.perform({ kind: 'stop' });
  if (!asked.ok) throw new RunError(asked.problem);
  const late = AbortSignal.timeout(LONGEST_WAIT_MS);
  await Promise.race([
    stopped,
    control.closed,
    new Promise((_resolve, reject) => {
      late.addEventListener('abort', () =>
        reject(new RunError(`The worker in ${basedir} has not stopped within 10 s.`)),
      );
    }),
  ]);
}

/** By SIGTERM; what it runs is ended. */
async function endProcess(pid: number): Promise<void> {
  const mark = await startMarkOf(pid);
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    // It was gone already.
    if (codeOf(error) === 'ESRCH') return;
    throw new RunError(`Cannot end the worker's process ${pid}: it runs as another user.`);
  }
  await mustBeGone(pid, mark);
}

async function mustBeGone(pid: number, mark: string | undefined): Promise<void> {
  if (await isGone(pid, mark)) return;
  throw new RunError(`The worker's process ${pid} has not ended within 10 s.`);
}

/** Of another's process no system tells the end, so it is looked for. */
async function isGone(pid: number, mark: string | undefined): Promise<boolean> {
  const endMs = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < endMs) {
    if (!(await isRunning(pid)) || (await startMarkOf(pid)) !== mark) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}

/** Lets running builds end first, and shows what is waited for. */
async function stopGracefully(found: FoundBuildtray, say: (text: string) => void): Promise<number> {
  const interruption = interrupted();
  const control = await controlOf(found);
  try {
    const mark = await startMarkOf(found.pid);
    const now = await control.status();
    if (!now.ok) throw new RunError(now.problem);
    const drain = watchDrain(control, say);
    const refusal = control
      .perform({ kind: 'shut-down-gracefully' })
      .then((asked) => (asked.ok ? drain : Promise.reject(new RunError(asked.problem))));
    // The master may take its time to answer, and the worker may be gone before it does.
    const end = await Promise.race([drain, refusal, interruption]);
    if (end !== 'stopped') {
      say(WHY_NOT_STOPPED[end]);
      return 1;
    }
    if (now.value.host === 'command-line') await mustBeGone(found.pid, mark);
    say('the worker has stopped gracefully');
    return 0;
  } finally {
    control.close();
  }
}

const WHY_NOT_STOPPED = {
  interrupted: 'the worker goes on until its builds have ended, and then stops',
  'taken-back': 'somebody took the graceful shutdown back; the worker goes on',
} as const;

/** Resolves when the worker has stopped, its process has ended, or it takes builds again. */
async function watchDrain(
  control: ControlClient,
  say: (text: string) => void,
): Promise<'stopped' | 'taken-back'> {
  let told = '';
  let hasDrained = false;
  const ended = new Promise<'stopped' | 'taken-back'>((resolve) => {
    const look = (status: ControlStatus): void => {
      const { kind } = status.status;
      const text = waitsForText(status, Date.now());
      if (text !== '' && text !== told) say(text);
      told = text;
      if (kind === 'stopped') resolve('stopped');
      else if (hasDrained && (kind === 'idle' || kind === 'building')) resolve('taken-back');
      hasDrained ||= kind === 'draining';
    };
    void control.watch(look);
  });
  return Promise.race([ended, control.closed.then(() => 'stopped' as const)]);
}

function interrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('interrupted'));
  });
}
