import { join } from 'node:path';
import { checkDirectory } from '../basedir/directory-check.ts';
import { readExtras } from '../basedir/extras-file.ts';
import { acquireLock, type BasedirLock } from '../basedir/lock.ts';
import { watchShutdownStamp } from '../basedir/shutdown-stamp.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import type { ConnectionExtras } from '../contract/connection-extras.ts';
import { type WorkerConfig, workerNameProblem } from '../contract/worker-config.ts';
import { type ControlServer, serveControl } from '../control/control-server.ts';
import type { Host } from '../control/control-status.ts';
import { collectHostinfo } from '../hostinfo/read-hostinfo.ts';
import { systemClock } from '../lib/clock.ts';
import type { Disposable } from '../lib/disposable.ts';
import type { LogLevel } from '../lib/logger.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { LOG_FILENAME } from '../logging/log-files.ts';
import { WorkerLogger } from '../logging/worker-logger.ts';
import { createDial } from '../transport/dial.ts';
import { createDialWebSocket } from '../transport/web-socket.ts';
import { endProcessesOfDeadWorkers } from '../worker/process/process-mark.ts';
import { encodingProblem } from '../worker/updates/python-encodings.ts';
import { Worker } from '../worker/worker.ts';
import { masterNameOf } from './master-name.ts';
import { secretsOf } from './secrets-of.ts';
import { BUILDTRAY_VERSION } from './version.ts';
import { workerControl } from './worker-control.ts';

export interface LaunchOptions {
  /** The worker's base directory, absolute or relative to the current one. */
  readonly dir: string;
  /** Used instead of the one in `buildbot.tac`. */
  readonly password?: string | undefined;
  /** Hears each line of the log. */
  readonly echo?: ((line: string) => void) | undefined;
  /** Who runs the worker, for those who ask from outside. Default: the tray app. */
  readonly host?: Host;
  /** What a wish from outside to stop does. Default: the worker stops, and its host lives on. */
  readonly stop?: () => void;
}

/**
 * Makes the worker of a base directory, which begins stopped, and keeps others out of the directory.
 *
 * Errors: one sentence why no worker can run there. Nothing is held then.
 */
export async function launchWorker(
  options: LaunchOptions,
): Promise<Outcome<LaunchedWorker, string>> {
  const directory = await checkDirectory(options.dir);
  if (!directory.ok) return directory;
  const read = workerConfigFrom(directory.value.reading, { password: options.password });
  if (!read.ok) return failed(read.problem.sentence);
  const { config, warnings } = read.value;
  const nameProblem = workerNameProblem(config.workerName, config.protocol);
  if (nameProblem) return failed(`${directory.value.tacPath} cannot be used: ${nameProblem}`);
  const encoding = encodingProblem(config.unicodeEncoding);
  if (encoding) return failed(`${directory.value.tacPath}: unicode_encoding: ${encoding}.`);
  const extras = await readExtras(config.basedir);
  if (!extras.ok) return extras;
  const lock = await acquireLock(config.basedir);
  if (!lock.ok) return lock;
  const { basedir, logSize, logCount } = config;
  const logPath = join(basedir, LOG_FILENAME);
  const secrets = secretsOf(config, extras.value.extras);
  const logger = new WorkerLogger({ logPath, logSize, logCount, secrets, echo: options.echo });
  const notes = [...directory.value.notes, ...warnings, ...extras.value.notes];
  for (const note of notes) logger.log('warn', 'worker', note);
  const launched = new LaunchedWorker(config, extras.value.extras, lock.value, logger);
  launched.leftRunning = await endWhatCrashedWorkersLeft(logger);
  await launched.openControl(options);
  return succeeded(launched);
}

/** Returns the pids of those that still run. */
async function endWhatCrashedWorkersLeft(logger: WorkerLogger): Promise<readonly number[]> {
  const { ended, surviving } = await endProcessesOfDeadWorkers(systemClock);
  const say = (level: LogLevel, text: string, pids: readonly number[]): void => {
    if (pids.length > 0) logger.log(level, 'worker', `${text}: processes ${pids.join(', ')}`);
  };
  say('warn', 'ended what a worker that crashed has left behind', ended);
  const text =
    'what a worker that crashed has left behind could not be ended, look after it yourself';
  say('error', text, surviving);
  return surviving;
}

/** A worker with its directory, its log and whatever asks it to leave. */
export class LaunchedWorker {
  readonly config: WorkerConfig;
  readonly logger: WorkerLogger;
  readonly logPath: string;
  readonly worker: Worker;
  /** The master as people know it. */
  readonly masterName: string;
  /** Processes that a crashed worker left behind and that could not be ended. */
  leftRunning: readonly number[] = [];
  readonly #secrets: readonly string[];
  readonly #lock: BasedirLock;
  readonly #stamp: Disposable | undefined;
  #control: ControlServer | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    config: WorkerConfig,
    extras: ConnectionExtras,
    lock: BasedirLock,
    logger: WorkerLogger,
  ) {
    this.config = config;
    this.#secrets = secretsOf(config, extras);
    this.masterName = masterNameOf(config.master, this.#secrets);
    this.logger = logger;
    this.logPath = join(config.basedir, LOG_FILENAME);
    this.#lock = lock;
    this.worker = new Worker({
      config,
      fileAccess: config.fileAccess ?? 'basedir',
      services: {
        clock: systemClock,
        logger,
        dial: createDial(extras),
        dialWebSocket: createDialWebSocket(extras),
        version: BUILDTRAY_VERSION,
        environment: process.env,
        readHostinfo: () => this.#readHostinfo(),
      },
    });
    this.#stamp = this.#watchStamp();
  }

  /** Lets others ask the worker for its state, and to leave. To be called once. */
  async openControl({ host = 'tray', stop }: LaunchOptions): Promise<void> {
    const { config, worker, logger, logPath } = this;
    const stopIt = stop ?? (() => void worker.stop('Stopped by the command line.'));
    const secrets = this.#secrets;
    const target = workerControl({
      ...{ config, worker, logger, logPath, host, secrets },
      stop: stopIt,
    });
    const served = await serveControl(config.basedir, target);
    if (served.ok) this.#control = served.value;
    else logger.log('warn', 'control', served.problem);
  }

  /** SIGHUP has come: leaves gracefully where the directory allows that; false where it does not. */
  askedBySignal(): boolean {
    if (this.config.allowShutdown !== 'signal') return false;
    this.#leaveGracefully('SIGHUP');
    return true;
  }

  /** Stops the worker, writes the log to its end and lets the directory go. Twice does no harm. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stamp?.dispose();
    await this.worker.stop();
    this.logger.log('info', 'worker', 'has stopped');
    await this.#control?.close();
    await this.logger.close();
    this.#lock.dispose();
  }

  #watchStamp(): Disposable | undefined {
    if (this.config.allowShutdown !== 'file') return undefined;
    const { basedir } = this.config;
    const onRequest = (): void => this.#leaveGracefully('shutdown.stamp');
    return watchShutdownStamp({ basedir, clock: systemClock, onRequest });
  }

  #leaveGracefully(asker: string): void {
    this.logger.log('info', 'worker', `${asker} asks for a graceful shutdown`);
    // A refusal is in the log already.
    void this.worker.shutDownGracefully('shut-down');
  }

  async #readHostinfo(): Promise<Readonly<Record<string, string>>> {
    const { files, problems } = await collectHostinfo(join(this.config.basedir, 'info'));
    for (const problem of problems) this.logger.log('warn', 'hostinfo', problem);
    return files;
  }
}
