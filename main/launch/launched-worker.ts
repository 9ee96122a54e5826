import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { acquireLock, type BasedirLock } from '../basedir/acquire-lock.ts';
import { withEnvironmentChanges } from '../basedir/tac/effects/with-environment-changes.ts';
import { watchDirectory } from '../basedir/watch-directory.ts';
import { watchShutdownStamp } from '../basedir/watch-shutdown-stamp.ts';
import type { LogLevel } from '../contract/log/log-level.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { type ControlServer, type ControlTarget, serveControl } from '../control/control-server.ts';
import type { Host } from '../control/control-status.ts';
import type { Reloaded } from '../control/reloaded.ts';
import { collectHostinfo } from '../hostinfo/read-hostinfo.ts';
import { systemClock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { WorkerLogger } from '../logging/writing/worker-logger.ts';
import {
  EXTRAS_FILENAME,
  INFO_DIRNAME,
  LOG_FILENAME,
  STAMP_FILENAME,
} from '../system/base-directory-files.ts';
import { restoreOpenFileLimit } from '../system/restore-open-file-limit.ts';
import { createDial } from '../transport/dial.ts';
import { createAskForLogin } from '../transport/web-socket/ask-for-login.ts';
import { createDialWebSocket } from '../transport/web-socket/dial-web-socket.ts';
import { guardProcesses } from '../worker/process/guardian/guard-processes.ts';
import { endProcessesOfDeadWorkers } from '../worker/process/tree/process-mark.ts';
import { Worker } from '../worker/worker.ts';
import {
  changedSettings,
  changeEffectFrom,
  effectOfChanging,
  mostDemanding,
} from '../worker-settings/change-effect.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { Protection } from '../worker-settings/rows/protection-levels.ts';
import type { ChangeEffect } from '../worker-settings/setting-row.ts';
import {
  WORKER_SETTING_NAMES,
  type WorkerSettingName,
  wordOf,
} from '../worker-settings/settings-table.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { BUILDTRAY_VERSION } from './buildtray-version.ts';
import { type LaunchSettings, readLaunchSettings } from './launch-settings.ts';
import { masterNameOf } from './master-name-of.ts';
import { performRequest, type RequestContext, type RequestedWorker } from './perform-request.ts';
import { secretsOf } from './secrets-of.ts';
import { StateHistory } from './state-history.ts';
import { workerControl } from './worker-control.ts';

export interface LaunchOptions {
  /** The worker's base directory, absolute or relative to the current one. */
  readonly dir: string;
  /** Used instead of the one in `buildbot.tac`. */
  readonly password?: string | undefined;
  /** Used instead of the one in `buildbot.tac`, for as long as the worker lives. */
  readonly protection?: Protection | undefined;
  /** Gets each line of the log. */
  readonly echo?: ((line: string) => void) | undefined;
  /** Who runs the worker, for those who ask from outside. Default: the tray app. */
  readonly host?: Host;
  /** Performs a request from outside. Default: the worker performs it itself. */
  readonly perform?: ControlTarget['perform'];
  /** Stops at a request from outside. Default: the worker stops, and its host lives on. */
  readonly stop?: () => void;
  /** Keeps a pause for the next start. Default: whoever hosts the worker keeps it. */
  readonly keepPause?: RequestContext['keepPause'];
  /** Reads the directory again at a request from outside. Default: `reload`. */
  readonly reload?: ControlTarget['reload'];
  /** Forgets the builds at a request from outside; how many. Default: none are kept. */
  readonly clearBuilds?: ControlTarget['clearBuilds'];
}

/**
 * Makes the worker of a base directory, which begins stopped, and keeps others out of the directory.
 *
 * Errors: one sentence why no worker can run there. Nothing is held then.
 */
export async function launchWorker(
  options: LaunchOptions,
): Promise<Outcome<LaunchedWorker, Problem>> {
  const { dir, password, protection, echo } = options;
  const read = await readLaunchSettings(dir, { password, protection });
  if (!read.ok) return read;
  const { config, extras, notes } = read.value;
  const lock = await acquireLock(config.basedir);
  if (!lock.ok) return lock;
  const { basedir, logSize, logCount } = config;
  const logPath = join(basedir, LOG_FILENAME);
  const secrets = secretsOf(config, extras);
  const logger = new WorkerLogger({ logPath, logSize, logCount, secrets, echo });
  const { lostHolder } = lock.value;
  if (lostHolder !== undefined) logger.log('warn', 'worker', lostHolderText(lostHolder));
  for (const note of notes) logger.log('warn', 'worker', note);
  const launched = new LaunchedWorker(options, read.value, lock.value, logger);
  await guardProcesses((why) => logger.log('warn', 'worker', `the guardian starts again: ${why}`));
  const unrestored = await restoreOpenFileLimit();
  if (unrestored !== undefined) logger.log('warn', 'worker', unrestored);
  launched.worker.leftProcesses.add(await endWhatCrashedWorkersLeft(logger));
  await launched.openControl(options);
  return succeeded(launched);
}

/** Whatever ends a process at once, a lost display server included, leaves this for the next start to write. */
function lostHolderText(pid: number): string {
  return `the worker that ran here last, process ${pid}, ended without leaving in order: it was killed, or it crashed`;
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
  readonly logger: WorkerLogger;
  readonly logPath: string;
  readonly worker: Worker;
  readonly #states: StateHistory;
  readonly #dir: string;
  readonly #protection: Protection | undefined;
  /** What the worker took hold of for its life. */
  readonly #started: Pick<WorkerConfig, 'basedir' | 'umask'>;
  readonly #lock: BasedirLock;
  #config: WorkerConfig;
  #extras: ConnectionExtras;
  #environment: LaunchSettings['environment'];
  /** Those of the last try to connect. */
  #dialledWith: Pick<LaunchSettings, 'extras' | 'environment'>;
  #stamp: Teardown | undefined;
  readonly #directory: Teardown;
  #control: ControlServer | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    { dir, protection }: Pick<LaunchOptions, 'dir' | 'protection'>,
    { config, extras, environment }: LaunchSettings,
    lock: BasedirLock,
    logger: WorkerLogger,
  ) {
    this.#dir = resolve(dir);
    this.#protection = protection;
    this.#started = { basedir: config.basedir, umask: config.umask };
    this.#config = config;
    this.#extras = extras;
    this.#environment = environment;
    this.#dialledWith = { extras, environment };
    this.logger = logger;
    this.logPath = join(config.basedir, LOG_FILENAME);
    this.#lock = lock;
    const environmentNow = () => withEnvironmentChanges(process.env, this.#environment);
    this.worker = new Worker({
      config,
      services: {
        clock: systemClock,
        logger,
        dial: (...target) => createDial(this.#extrasToDial())(...target),
        askForLogin: (...target) => createAskForLogin(this.#extrasToDial())(...target),
        dialWebSocket: (...target) => createDialWebSocket(this.#extrasToDial())(...target),
        version: BUILDTRAY_VERSION,
        get environment() {
          return environmentNow();
        },
        readHostinfo: () => this.#readHostinfo(),
      },
    });
    this.#states = new StateHistory(this.worker, systemClock);
    this.#stamp = this.#watchStamp();
    this.#directory = watchDirectory({
      basedir: config.basedir,
      clock: systemClock,
      onGone: () => void this.worker.giveUp(directoryGone(config.basedir)),
    });
  }

  /** As it was read last. */
  get config(): WorkerConfig {
    return this.#config;
  }

  /** The master as people know it. */
  get masterName(): string {
    return masterNameOf(this.#config.master, this.#secrets);
  }

  /** What the worker still needs to follow what was read last. */
  get waitsFor(): ChangeEffect {
    const { basedir, umask } = this.#config;
    if (basedir !== this.#started.basedir || umask !== this.#started.umask) return 'restart-worker';
    const { attachedWith } = this.worker;
    if (attachedWith === undefined) return 'nothing';
    const isOlder =
      changeEffectFrom(attachedWith, this.#config) === 'reconnect' ||
      !isDeepStrictEqual(this.#dialledWith, this.#beyondConfig);
    return isOlder ? 'reconnect' : 'nothing';
  }

  /**
   * Reads the directory again and follows it: what can be followed at once holds when this resolves, the
   * rest waits for the next connection or the next start, as `waitsFor` says.
   *
   * Errors: one sentence why no worker can run with what the directory holds; all stays as it was.
   */
  async reload(password?: string): Promise<Outcome<Reloaded, Problem>> {
    const { basedir } = this.#started;
    const read = await readLaunchSettings(this.#dir, {
      password,
      protection: this.#protection,
      basedir,
    });
    if (!read.ok) return read;
    const { config, extras, environment, notes } = read.value;
    const before = { config: this.#config, extras: this.#extras, environment: this.#environment };
    const others = changedSettings(before.config, config);
    const hasOtherExtras = !isDeepStrictEqual(before.extras, extras);
    // Lines that are applied may change while the setting stays on.
    const hasOtherLines = !isDeepStrictEqual(before.environment, environment);
    const changed = WORKER_SETTING_NAMES.filter(
      (name) => others.includes(name) || (name === 'tacEnvironment' && hasOtherLines),
    );
    await this.#follow(read.value);
    for (const note of notes) this.logger.log('warn', 'worker', note);
    this.logger.log('info', 'worker', reloadedText(changed, hasOtherExtras));
    const effect = mostDemanding([effectOfChanging(changed), this.waitsFor]);
    return succeeded({ changed, hasOtherExtras, effect });
  }

  /** Takes requests from outside. To be called once. */
  async openControl(options: LaunchOptions): Promise<void> {
    const { host = 'tray', perform, reload, clearBuilds } = options;
    const { worker, logger, logPath } = this;
    const target = workerControl({
      worker,
      logger,
      logPath,
      host,
      states: () => this.#states.changes,
      config: () => this.#config,
      secrets: () => this.#secrets,
      perform: perform ?? ((request) => this.#perform(request, options)),
      reload: reload ?? (() => this.reload()),
      clearBuilds: clearBuilds ?? (async () => succeeded(0)),
    });
    const served = await serveControl(this.#started.basedir, target);
    if (served.ok) this.#control = served.value;
    else logger.log('warn', 'control', served.problem);
  }

  /** SIGHUP has come: leaves gracefully where the directory allows that; false where it does not. */
  askedBySignal(): boolean {
    if (this.#config.allowShutdown !== 'signal') return false;
    this.#leaveGracefully('SIGHUP');
    return true;
  }

  /** Stops the worker, writes the log to its end and lets the directory go. Twice does no harm. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Whoever requests from outside has decided: nobody is asked before builds are lost. */
  #perform(
    request: WorkerRequest,
    { stop, keepPause }: LaunchOptions,
  ): ReturnType<ControlTarget['perform']> {
    const { worker, logger } = this;
    const target: RequestedWorker = {
      status: worker.status,
      worker,
      logger,
      open: async () => succeeded(worker),
      restart: async () => failed(problem('session.restartByCommandLine')),
    };
    return performRequest(request, target, {
      clock: systemClock,
      mayLose: async () => true,
      keepPause: keepPause ?? (() => {}),
      stop: stop ?? (() => void worker.stop(problem('session.stoppedByCommandLine'))),
    });
  }

  async #close(): Promise<void> {
    this.#stamp?.dispose();
    this.#directory.dispose();
    await this.worker.stop();
    this.logger.log('info', 'worker', 'has stopped');
    await this.#control?.close();
    await this.logger.close();
    this.#lock.dispose();
  }

  get #secrets(): readonly string[] {
    return secretsOf(this.#config, this.#extras);
  }

  #extrasToDial(): ConnectionExtras {
    this.#dialledWith = this.#beyondConfig;
    return this.#extras;
  }

  /** What the directory states besides the configuration, and a connection is made with. */
  get #beyondConfig(): Pick<LaunchSettings, 'extras' | 'environment'> {
    return { extras: this.#extras, environment: this.#environment };
  }

  async #follow({ config, extras, environment }: LaunchSettings): Promise<void> {
    const isAskedOtherwise = config.allowShutdown !== this.#config.allowShutdown;
    this.#config = config;
    this.#extras = extras;
    this.#environment = environment;
    this.logger.hide(this.#secrets);
    this.worker.reconfigure(config);
    if (isAskedOtherwise) {
      this.#stamp?.dispose();
      this.#stamp = this.#watchStamp();
    }
    const limited = await this.logger.reconfigure(config);
    if (!limited.ok) this.logger.log('warn', 'log', limited.problem);
  }

  #watchStamp(): Teardown | undefined {
    if (this.#config.allowShutdown !== 'file') return undefined;
    const { basedir } = this.#started;
    const onRequest = (): void => this.#leaveGracefully(STAMP_FILENAME);
    return watchShutdownStamp({ basedir, clock: systemClock, onRequest });
  }

  #leaveGracefully(asker: string): void {
    this.logger.log('info', 'worker', `${asker} asks for a graceful shutdown`);
    // A refusal is in the log already.
    void this.worker.shutDownGracefully('shut-down');
  }

  async #readHostinfo(): Promise<Readonly<Record<string, string>>> {
    const { files, problems } = await collectHostinfo(join(this.#started.basedir, INFO_DIRNAME));
    for (const problem of problems) this.logger.log('warn', 'hostinfo', problem);
    return files;
  }
}

function directoryGone(basedir: string): ConnectionProblem {
  return { kind: 'directory', problem: problem('session.directoryGone', { basedir }) };
}

function reloadedText(changed: readonly WorkerSettingName[], hasOtherExtras: boolean): string {
  const names = [...changed.map(wordOf), ...(hasOtherExtras ? [EXTRAS_FILENAME] : [])];
  return names.length === 0
    ? 'the settings were reloaded; nothing has changed'
    : `the settings were reloaded; changed: ${names.join(', ')}`;
}
