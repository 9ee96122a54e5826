import { type Problem, problem } from '../../contract/problem.ts';
import type { Host } from '../../control/control-status.ts';
import { BuildHistory } from '../../history/build-history.ts';
import { historyPathOf } from '../../history/history-path-of.ts';
import { KeptPause } from '../../launch/kept-pause.ts';
import { type LaunchedWorker, launchWorker } from '../../launch/launched-worker.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { exitSurely } from '../../system/exit-surely.ts';
import { type IgnorableSignal, startedWith } from '../../system/started-with.ts';
import type { WorkerEnd } from '../../worker/worker.ts';
import type { Protection } from '../../worker-settings/rows/protection-levels.ts';
import { outputsToForget } from '../history/open-history.ts';

export interface RunWorkerOptions {
  readonly dir: string;
  /** Of this run, whatever the directory has. */
  readonly protection?: Protection | undefined;
  readonly echo?: (line: string) => void;
  /** Called once, when the worker is made and before it connects. */
  readonly onLaunched?: (launched: LaunchedWorker) => void;
}

const HOST: Host = 'command-line';
const NOT_READY = problem('control.hasJustBegun');
/** Service managers and people wait for six seconds; what is left then is ended at the next start. */
const LONGEST_STOP_MS = 5_500;

/**
 * Runs the worker of a directory until it ends or is asked to.
 *
 * Shape:  how the worker ended by itself; undefined after a signal or a request from outside.
 * Errors: the problem why no worker can run there.
 */
export async function runWorker(
  options: RunWorkerOptions,
): Promise<Outcome<WorkerEnd | undefined, Problem>> {
  const { dir, protection, echo } = options;
  const request = new StopRequest();
  let history: BuildHistory | undefined;
  let pause: KeptPause | undefined;
  const launched = await launchWorker({
    dir,
    protection,
    echo,
    host: HOST,
    stop: () => request.make(),
    keepPause: (until) => pause?.keep(until),
    clearBuilds: async () => (await history?.clear()) ?? failed(NOT_READY),
  });
  if (!launched.ok) return launched;
  options.onLaunched?.(launched.value);
  const { worker, config } = launched.value;
  // The log's too: this process runs one worker.
  if (config.umask !== undefined) process.umask(config.umask);
  const ended = new Promise<WorkerEnd>((resolve) => {
    worker.onFinished(resolve);
  });
  history = await keptHistory(launched.value);
  listenToSignals(launched.value, request);
  pause = keptPause(launched.value);
  const pausedUntil = await pause.read(Date.now());
  if (pausedUntil === undefined) worker.start();
  else await worker.pause(pausedUntil);
  const end = await Promise.race([ended, request.made]);
  stopInTime();
  await launched.value.close();
  await history.close();
  await pause.close();
  return succeeded(end);
}

/** What it builds, for `buildtray builds` and for the window of the tray app. */
async function keptHistory({ worker, config, logger }: LaunchedWorker): Promise<BuildHistory> {
  const warn = (problem: Problem): void => logger.log('warn', 'history', problem);
  const outputs = outputsToForget(warn);
  const history = await BuildHistory.open({ path: historyPathOf(config.basedir), warn, outputs });
  worker.onWorked((event) => history.take(event));
  return history;
}

/** A pause outlives the process: a machine that starts again in the night does not build. */
function keptPause({ worker, config, logger }: LaunchedWorker): KeptPause {
  const pause = new KeptPause(config.basedir, (why) => logger.log('warn', 'worker', why));
  worker.onStatusChanged((status) => pause.follow(status));
  return pause;
}

/** A request that the worker stops at once. */
class StopRequest {
  make!: () => void;
  readonly made = new Promise<undefined>((resolve) => {
    this.make = () => resolve(undefined);
  });
}

function listenToSignals(launched: LaunchedWorker, request: StopRequest): void {
  let signals = 0;
  const stop = (signal: NodeJS.Signals): void => {
    signals += 1;
    // Whoever asks again does not want to wait for anything.
    if (signals > 1) {
      void exitSurely(1);
      return;
    }
    launched.logger.log('info', 'worker', `stops: ${signal}`);
    request.make();
  };
  // Node has taken back what `nohup` or a shell's `&` set.
  const { ignored } = startedWith();
  const stopUnlessIgnored = (signal: IgnorableSignal): void => {
    if (!ignored.has(signal)) stop(signal);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => stopUnlessIgnored('SIGINT'));
  process.on('SIGHUP', () => {
    if (!launched.askedBySignal()) stopUnlessIgnored('SIGHUP');
  });
  if (ignored.has('SIGQUIT')) process.on('SIGQUIT', () => {});
  // A mistake of ours is logged, and no reason to end the builds that run.
  const unexpected = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      launched.logger.log('error', 'worker', `unexpected: ${text}`);
    } catch {
      // What handles errors has failed itself: to go on would report that for ever.
      request.make();
    }
  };
  process.on('uncaughtException', unexpected);
  process.on('unhandledRejection', unexpected);
}

function stopInTime(): void {
  setTimeout(() => void exitSurely(0), LONGEST_STOP_MS).unref();
}
