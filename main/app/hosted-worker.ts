import { basename, join } from 'node:path';
import { checkDirectory } from '../basedir/directory-check.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import type { WorkEvent } from '../contract/work-event.ts';
import type { MasterAddress, WorkerConfig } from '../contract/worker-config.ts';
import type { CommandOutput, WorkerStatus } from '../contract/worker-status.ts';
import type { PasswordPlace } from '../contract/worker-view.ts';
import { type LaunchedWorker, launchWorker } from '../launch/launched-worker.ts';
import { Emitter } from '../lib/emitter.ts';
import type { LogLevel } from '../lib/logger.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';
import { LOG_FILENAME } from '../logging/log-files.ts';
import type { WorkerLogger } from '../logging/worker-logger.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import type { Worker, WorkerEnd } from '../worker/worker.ts';
import type { Keyring } from './keyring.ts';

/**
 * A worker of the app, whether or not its directory can be used just now: what stands in the way is
 * then its status.
 */
export class HostedWorker {
  readonly id: string;
  readonly basedir: string;
  readonly #saved: SavedWorker;
  readonly #keyring: Keyring;
  readonly #statusChanged = new Emitter<WorkerStatus>();
  readonly #printed = new Emitter<CommandOutput>();
  readonly #worked = new Emitter<WorkEvent>();
  readonly #finished = new Emitter<WorkerEnd>();
  #launched: LaunchedWorker | undefined;
  #passwordPlace: PasswordPlace;
  #whyNot: WorkerStatus = { kind: 'stopped', why: undefined };

  constructor(saved: SavedWorker, keyring: Keyring) {
    this.#saved = saved;
    this.#keyring = keyring;
    this.id = saved.id;
    this.basedir = saved.basedir;
    this.#passwordPlace = this.#placeInFile();
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

  /** Undefined while the directory cannot be used. */
  get master(): string | undefined {
    return this.#launched && masterName(this.#launched.config.master);
  }

  /** As it was when the directory was opened; undefined while it cannot be used. */
  get config(): WorkerConfig | undefined {
    return this.#launched?.config;
  }

  /** What an earlier start left behind and this one could not end. */
  get leftRunning(): readonly number[] {
    return this.#launched?.leftRunning ?? [];
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
  async open(): Promise<Outcome<Worker, string>> {
    if (this.#launched) return succeeded(this.#launched.worker);
    const opened = await this.#launch();
    if (!opened.ok) {
      const problem = { kind: 'directory', sentence: opened.problem } as const;
      this.#whyNot = { kind: 'error', problem, retryAt: undefined };
      this.#statusChanged.emit(this.#whyNot);
      return opened;
    }
    this.#launched = opened.value;
    this.#listen(opened.value);
    return succeeded(opened.value.worker);
  }

  /** Writes into the worker's log, if its directory can be used. */
  log(level: LogLevel, subject: string, message: string): void {
    this.#launched?.logger.log(level, subject, message);
  }

  /** SIGHUP came; false when this directory does not take it as a wish. */
  askedBySignal(): boolean {
    return this.#launched?.askedBySignal() ?? false;
  }

  /** Stops the worker and lets go of the directory. */
  async close(): Promise<void> {
    await this.#launched?.close();
  }

  async #launch(): Promise<Outcome<LaunchedWorker, string>> {
    const password = await this.#password();
    if (!password.ok) return password;
    return launchWorker({ dir: this.basedir, password: password.value });
  }

  /** Undefined for the file's own, which goes before the keyring's: it was written there by hand. */
  async #password(): Promise<Outcome<string | undefined, string>> {
    const directory = await checkDirectory(this.basedir);
    if (!directory.ok) return directory;
    const read = workerConfigFrom(directory.value.reading);
    const { encryptedPassword } = this.#saved;
    const isMissing = !read.ok && read.problem.kind === 'password-missing';
    if (!isMissing || encryptedPassword === undefined) {
      this.#passwordPlace = this.#placeInFile();
      return succeeded(undefined);
    }
    const { state } = this.#keyring;
    const keyring = state.kind === 'there' ? state.name : 'other';
    this.#passwordPlace = { kind: 'keyring', keyring };
    return this.#keyring.decrypt(encryptedPassword);
  }

  #placeInFile(): PasswordPlace {
    return { kind: 'file', path: join(this.basedir, 'buildbot.tac'), why: undefined };
  }

  #listen({ worker }: LaunchedWorker): void {
    worker.onStatusChanged((status) => this.#statusChanged.emit(status));
    worker.onCommandOutput((output) => this.#printed.emit(output));
    worker.onFinished((end) => this.#finished.emit(end));
    worker.onWorked((event) => this.#worked.emit(event));
  }
}

function masterName(master: MasterAddress): string {
  if (master.kind === 'connection-string') return master.connectionString;
  const host = master.host.includes(':') ? `[${master.host}]` : master.host;
  return `${host}:${master.port}`;
}
