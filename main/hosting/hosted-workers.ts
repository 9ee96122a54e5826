import { randomUUID } from 'node:crypto';
import type { NewWorker } from '../adding/make-worker.ts';
import type { Problem } from '../contract/problem.ts';
import type { PausedUntil, WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import { Emitter } from '../lib/emitter.ts';
import { messageOf } from '../lib/message-of.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';
import type { SavedWorker } from '../settings/settings-schema.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Worker, WorkerEnd } from '../worker/worker.ts';
import { HostedWorker, type HostedWorkerDelegate } from './hosted-worker.ts';

export interface HostedWorkersOptions extends HostedWorkerDelegate {
  readonly settings: SettingsStore;
  readonly clock: Clock;
  /** Called before a worker does anything, so that nothing of it is missed. */
  readonly prepare: (hosted: HostedWorker) => void | Promise<void>;
  /** For whoever started the app in a terminal. */
  readonly warn: (sentence: string) => void;
}

/** A change of one worker's state. */
export interface StatusChange {
  readonly hosted: HostedWorker;
  readonly before: WorkerStatus;
  readonly after: WorkerStatus;
}

/** The app's workers in the user's order, as the settings keep them. */
export class HostedWorkers {
  readonly #options: HostedWorkersOptions;
  readonly #listChanged = new Emitter<void>();
  readonly #statusChanged = new Emitter<StatusChange>();
  readonly #finished = new Emitter<WorkerEnd>();
  #all: readonly HostedWorker[] = [];
  #starting: Promise<unknown> | undefined;
  #isClosing = false;

  constructor(options: HostedWorkersOptions) {
    this.#options = options;
  }

  readonly onListChanged = this.#listChanged.on.bind(this.#listChanged);
  readonly onStatusChanged = this.#statusChanged.on.bind(this.#statusChanged);
  readonly onFinished = this.#finished.on.bind(this.#finished);

  get all(): readonly HostedWorker[] {
    return this.#all;
  }

  /** Those whose directories can be used. */
  get running(): readonly Worker[] {
    return this.#all.flatMap(({ worker }) => worker ?? []);
  }

  find(workerId: string): HostedWorker | undefined {
    return this.#all.find(({ id }) => id === workerId);
  }

  hasDirectory(path: string): boolean {
    return this.#all.some(({ basedir }) => basedir === path);
  }

  /** The workers of an earlier start: each connects, unless it was paused. */
  async startSaved(): Promise<void> {
    const hosted = this.#saved.map((saved) => this.#host(saved));
    this.#starting = Promise.all(hosted.map((worker) => this.#startSaved(worker)));
    await this.#starting;
  }

  /** Opens a worker's directory; then it connects, unless it was paused. Errors: why it cannot run. */
  async begin(hosted: HostedWorker): Promise<Outcome<void, Problem>> {
    const opened = await hosted.open();
    if (!opened.ok) return opened;
    if (this.#isClosing) return succeeded(undefined);
    const pausedUntil = this.savedPause(hosted.id);
    const isPaused = pausedUntil === 'resumed' || (pausedUntil ?? 0) > this.#options.clock.now();
    if (isPaused && pausedUntil !== undefined) return opened.value.pause(pausedUntil);
    opened.value.start();
    return succeeded(undefined);
  }

  /** A worker that cannot run is not kept. Errors: a sentence. */
  async adopt(made: NewWorker): Promise<Outcome<HostedWorker, Problem>> {
    const saved: SavedWorker = { id: randomUUID().slice(0, 8), ...made };
    const hosted = new HostedWorker(saved, this.#options);
    const opened = await hosted.open();
    if (!opened.ok) return opened;
    this.#save([...this.#saved, saved]);
    this.#keep(hosted);
    await this.#prepare(hosted);
    opened.value.start();
    return succeeded(hosted);
  }

  /** Stops it and forgets it; its directory stays. */
  async remove(hosted: HostedWorker): Promise<void> {
    this.#all = this.#all.filter((other) => other !== hosted);
    this.#save(this.#saved.filter(({ id }) => id !== hosted.id));
    this.#listChanged.emit();
    await hosted.close();
  }

  /** Its directory is another one now: the same worker goes on there, in its place in the list. */
  async relocate(hosted: HostedWorker, basedir: string): Promise<Outcome<void, Problem>> {
    const { id } = hosted;
    const moved = (saved: SavedWorker): SavedWorker =>
      saved.id === id ? { ...saved, basedir } : saved;
    this.#save(this.#saved.map(moved));
    const saved = this.#savedOf(id);
    if (saved === undefined) return succeeded(undefined);
    await hosted.close();
    const successor = new HostedWorker(saved, this.#options);
    this.#follow(successor);
    this.#all = this.#all.map((other) => (other === hosted ? successor : other));
    this.#listChanged.emit();
    await this.#prepare(successor);
    return this.begin(successor);
  }

  /** Workers that are not named keep their order after the others. */
  reorder(workerIds: readonly string[]): void {
    const rank = ({ id }: { readonly id: string }): number => {
      const at = workerIds.indexOf(id);
      return at < 0 ? workerIds.length : at;
    };
    const sorted = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
      [...list].sort((a, b) => rank(a) - rank(b));
    this.#all = sorted(this.#all);
    this.#save(sorted(this.#saved));
    this.#listChanged.emit();
  }

  /** The password of this worker is in the keyring from now on. */
  savePassword(hosted: HostedWorker, encryptedPassword: string): void {
    const { id } = hosted;
    const keep = (saved: SavedWorker): SavedWorker =>
      saved.id === id ? { ...saved, encryptedPassword } : saved;
    this.#save(this.#saved.map(keep));
    hosted.keptPassword(encryptedPassword);
  }

  savedPause(workerId: string): PausedUntil | undefined {
    return this.#savedOf(workerId)?.pausedUntil;
  }

  savePause(workerId: string, pausedUntil: PausedUntil | undefined): void {
    const saved = this.#savedOf(workerId);
    if (saved === undefined || saved.pausedUntil === pausedUntil) return;
    const { pausedUntil: _, ...rest } = saved;
    const changed = pausedUntil === undefined ? rest : { ...rest, pausedUntil };
    this.#save(this.#saved.map((other) => (other === saved ? changed : other)));
  }

  /** Stops all of them and lets their directories go, those too that are just being opened. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#starting;
    await Promise.all(this.#all.map((hosted) => hosted.close()));
  }

  get #saved(): readonly SavedWorker[] {
    return this.#options.settings.current.workers;
  }

  #savedOf(workerId: string): SavedWorker | undefined {
    return this.#saved.find(({ id }) => id === workerId);
  }

  #save(workers: readonly SavedWorker[]): void {
    this.#options.settings.change({ workers: [...workers] });
  }

  #host(saved: SavedWorker): HostedWorker {
    const hosted = new HostedWorker(saved, this.#options);
    this.#keep(hosted);
    return hosted;
  }

  #keep(hosted: HostedWorker): void {
    this.#all = [...this.#all, hosted];
    this.#follow(hosted);
    this.#listChanged.emit();
  }

  #follow(hosted: HostedWorker): void {
    let before = hosted.status;
    hosted.onStatusChanged((after) => {
      const change = { hosted, before, after };
      before = after;
      this.#keepPause(hosted.id, after);
      this.#statusChanged.emit(change);
    });
    hosted.onFinished((end) => this.#finished.emit(end));
  }

  async #startSaved(hosted: HostedWorker): Promise<void> {
    await this.#prepare(hosted);
    if (!this.#isClosing) await this.begin(hosted);
  }

  async #prepare(hosted: HostedWorker): Promise<void> {
    try {
      await this.#options.prepare(hosted);
    } catch (error) {
      this.#options.warn(`${hosted.basedir}: ${messageOf(error)}.`);
    }
  }

  /** A stopped worker keeps a pause that it was in when it was asked to shut down. */
  #keepPause(workerId: string, status: WorkerStatus): void {
    if (status.kind === 'paused') this.savePause(workerId, status.until);
    else if (status.kind !== 'draining' && status.kind !== 'stopped') {
      this.savePause(workerId, undefined);
    }
  }
}
