import { basename, join } from 'node:path';
import { checkDirectory } from '../basedir/check-directory.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import type { WorkEvent } from '../contract/builds/work-event.ts';
import type { LogLevel } from '../contract/log/log-level.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { RequestProblem } from '../contract/worker/request-rules.ts';
import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import type { CommandOutput, WorkerStatus } from '../contract/worker/worker-status.ts';
import type { PasswordPlace } from '../contract/worker/worker-view.ts';
import type { Reloaded } from '../control/reloaded.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { type LaunchedWorker, launchWorker } from '../launch/launched-worker.ts';
import { Emitter } from '../lib/emitter.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { LogMessage } from '../logging/logger.ts';
import type { WorkerLogger } from '../logging/writing/worker-logger.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import { LOG_FILENAME, TAC_FILENAME } from '../system/base-directory-files.ts';
import { othersMayRead } from '../system/others-may-read.ts';
import type { Worker, WorkerEnd } from '../worker/worker.ts';
import type { ChangeEffect } from '../worker-settings/setting-row.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';

export interface HostedWorkerDelegate {
  readonly keyring: Keyring;
  /** Performs a request to this worker from outside. */
  readonly perform: (
    request: WorkerRequest,
    hosted: HostedWorker,
  ) => Promise<Outcome<void, RequestProblem>>;
  /** Forgets what a worker has built, as requested from outside; how many builds. Errors: a sentence. */
  readonly clearBuilds: (workerId: string) => Promise<Outcome<number, Problem>>;
}

/**
 * A worker of the app, whether or not its directory can be used just now: what prevents that is
 * then its status.
 */
export class HostedWorker {
  readonly id: string;
  readonly basedir: string;
  #saved: SavedWorker;
  readonly #delegate: HostedWorkerDelegate;
  readonly #statusChanged = new Emitter<WorkerStatus>();
  readonly #printed = new Emitter<CommandOutput>();
  readonly #worked = new Emitter<WorkEvent>();
  readonly #finished = new Emitter<WorkerEnd>();
  #launched: LaunchedWorker | undefined;
  #passwordPlace: PasswordPlace;
  #restartsAtGap = false;
  #restarting: Promise<Outcome<void, Problem>> | undefined;
  #whyNot: WorkerStatus = { kind: 'stopped', why: undefined };

  constructor(saved: SavedWorker, delegate: HostedWorkerDelegate) {
    this.#saved = saved;
    this.#delegate = delegate;
    this.id = saved.id;
    this.basedir = saved.basedir;
    this.#passwordPlace = this.#placeInFile(false);
  }

  /** Undefined while the directory cannot be used. */
  get worker(): Worker | undefined {
    return this.#launched?.worker;
  }

  get status(): WorkerStatus {
    return this.worker?.status ?? this.#whyNot;
  }

  get name(): string {
    return this.#launched?.config.workerName ?? basename(this.basedir);
  }

  /** Without secrets; undefined while the directory cannot be used. */
  get master(): string | undefined {
    return this.#launched?.masterName;
  }

  /** As it was when the directory was opened; undefined while it cannot be used. */
  get config(): WorkerConfig | undefined {
    return this.#launched?.config;
  }

  /** The pids of what commands left behind and could not be ended, for as long as it runs. */
  get leftRunning(): readonly number[] {
    return this.worker?.leftProcesses.pids ?? [];
  }

  get passwordPlace(): PasswordPlace {
    return this.#passwordPlace;
  }

  /** Undefined while the directory cannot be used. */
  get logger(): WorkerLogger | undefined {
    return this.#launched?.logger;
  }

  get logPath(): string {
    return this.#launched?.logPath ?? join(this.basedir, LOG_FILENAME);
  }

  readonly onStatusChanged = this.#statusChanged.on.bind(this.#statusChanged);
  readonly onPrinted = this.#printed.on.bind(this.#printed);
  readonly onWorked = this.#worked.on.bind(this.#worked);
  readonly onFinished = this.#finished.on.bind(this.#finished);

  /** Makes the worker from its directory; it begins stopped. Errors: a sentence, shown as status. */
  async open(): Promise<Outcome<Worker, Problem>> {
    if (this.#launched) return succeeded(this.#launched.worker);
    const opened = await this.#launch();
    if (!opened.ok) {
      const problem = { kind: 'directory', problem: opened.problem } as const;
      this.#whyNot = { kind: 'error', problem, retryAt: undefined };
      this.#statusChanged.emit(this.#whyNot);
      return opened;
    }
    this.#launched = opened.value;
    this.#listen(opened.value);
    return succeeded(opened.value.worker);
  }

  /** Writes into the worker's log, if its directory can be used. */
  log(level: LogLevel, subject: string, message: LogMessage): void {
    this.#launched?.logger.log(level, subject, message);
  }

  /** What the worker still needs to follow its directory's settings; undefined while it cannot be used. */
  get waitsFor(): ChangeEffect | undefined {
    return this.#launched?.waitsFor;
  }

  /** Follows what the directory holds now. Errors: one sentence; all stays as it was. */
  async reload(): Promise<Outcome<Reloaded | undefined, Problem>> {
    const launched = this.#launched;
    if (launched === undefined) return succeeded(undefined);
    const password = await this.#password();
    if (!password.ok) return password;
    const reloaded = await launched.reload(password.value);
    // Name and master may be others.
    this.#statusChanged.emit(this.status);
    return reloaded;
  }

  /** The password is kept in the keyring, under this. */
  keptPassword(encryptedPassword: string): void {
    this.#saved = { ...this.#saved, encryptedPassword };
  }

  /**
   * Ends the worker and makes it again, for settings that it reads at its start only: when nothing
   * runs, or `now`, which loses the running build. It connects again if it was meant to be connected.
   */
  async restart(when: 'at-gap' | 'now'): Promise<Outcome<void, Problem>> {
    this.#restartsAtGap = when === 'at-gap' && isBusy(this.status);
    if (this.#restartsAtGap) return succeeded(undefined);
    this.#restarting ??= this.#restart();
    return this.#restarting;
  }

  /** SIGHUP came; false when this directory does not take it as a request. */
  askedBySignal(): boolean {
    return this.#launched?.askedBySignal() ?? false;
  }

  /** Stops the worker and lets go of the directory. */
  async close(): Promise<void> {
    this.#restartsAtGap = false;
    await this.#restarting;
    await this.#launched?.close();
  }

  async #launch(): Promise<Outcome<LaunchedWorker, Problem>> {
    const password = await this.#password();
    if (!password.ok) return password;
    const reload = async (): Promise<Outcome<Reloaded, Problem>> => {
      const reloaded = await this.reload();
      if (!reloaded.ok) return reloaded;
      return reloaded.value ? succeeded(reloaded.value) : failed(problem('session.hasJustStopped'));
    };
    const clearBuilds = () => this.#delegate.clearBuilds(this.id);
    const perform = (request: WorkerRequest) => this.#delegate.perform(request, this);
    return launchWorker({
      dir: this.basedir,
      password: password.value,
      perform,
      reload,
      clearBuilds,
    });
  }

  async #restart(): Promise<Outcome<void, Problem>> {
    this.#restartsAtGap = false;
    const { status } = this;
    await this.#launched?.close();
    this.#launched = undefined;
    const opened = await this.open();
    this.#restarting = undefined;
    if (!opened.ok) return opened;
    if (status.kind === 'paused') return opened.value.pause(status.until);
    if (status.kind !== 'stopped') opened.value.start();
    return succeeded(undefined);
  }

  /** Undefined for the file's own, which goes before the keyring's: it was written there by hand. */
  async #password(): Promise<Outcome<string | undefined, Problem>> {
    const directory = await checkDirectory(this.basedir);
    if (!directory.ok) return directory;
    const read = workerConfigFrom(directory.value.reading);
    const { encryptedPassword } = this.#saved;
    // Empty, or computed by code that nobody runs.
    const isMissing = !read.ok && read.problem.setting === 'passwd';
    if (!isMissing || encryptedPassword === undefined) {
      this.#passwordPlace = this.#placeInFile(await othersMayRead(directory.value.tacPath));
      return succeeded(undefined);
    }
    const { state } = this.#delegate.keyring;
    const keyring = state.kind === 'there' ? state.name : 'other';
    this.#passwordPlace = { kind: 'keyring', keyring };
    return this.#delegate.keyring.decrypt(encryptedPassword);
  }

  #placeInFile(isOpen: boolean): PasswordPlace {
    return { kind: 'file', path: join(this.basedir, TAC_FILENAME), why: undefined, isOpen };
  }

  #listen({ worker }: LaunchedWorker): void {
    worker.onStatusChanged((status) => {
      this.#statusChanged.emit(status);
      if (this.#restartsAtGap && !isBusy(status)) void this.restart('now');
    });
    worker.onCommandOutput((output) => this.#printed.emit(output));
    worker.onFinished((end) => {
      // Opened again, the directory shows itself what is wrong with it.
      if (end.kind === 'gave-up' && end.problem.kind === 'directory') void this.restart('now');
      this.#finished.emit(end);
    });
    worker.onWorked((event) => this.#worked.emit(event));
  }
}

function isBusy({ kind }: WorkerStatus): boolean {
  return kind === 'building' || kind === 'draining';
}
