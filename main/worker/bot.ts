import { mkdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { WorkEvent } from '../contract/work-event.ts';
import type { RunningCommand } from '../contract/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { CommandServices, OutputBatch } from './command-run.ts';
import type { FileAccess } from './commands/command.ts';
import { handleLeftoverDirs } from './leftover-dirs.ts';
import { WorkerForBuilder } from './worker-for-builder.ts';
import { type WorkerInfo, workerInfoFrom } from './worker-info.ts';

export interface BotOptions {
  readonly basedir: string;
  readonly numcpus: number | undefined;
  readonly unicodeEncoding: string;
  readonly deleteLeftoverDirs: boolean;
  readonly fileAccess: FileAccess;
  /** Buildtray's own version. */
  readonly version: string;
  /** The filtered environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Files under `info/` and the `os_…` values, read anew for each attachment. */
  readHostinfo(): Promise<Readonly<Record<string, string>>>;
  onOutput(output: OutputBatch): void;
  /** A build or a command has begun or ended. */
  onWork(event: WorkEvent): void;
  /** Builders or commands have changed. */
  onChanged(): void;
  /** The master has no more work for us, or sends us away. */
  onShutdown(): void;
}

/**
 * What the master may ask of this worker, whatever the protocol. It outlives connections: builders
 * stay known while the master is away.
 */
export class Bot {
  readonly #options: BotOptions;
  readonly #builders = new Map<string, WorkerForBuilder>();
  /** Commands that have not ended, those among them that were dropped included. */
  readonly #runs = new Set<Promise<void>>();

  constructor(options: BotOptions) {
    this.#options = options;
  }

  get builderNames(): readonly string[] {
    return [...this.#builders.keys()].sort();
  }

  get busyBuilderNames(): readonly string[] {
    return this.builderNames.filter((name) => this.#builders.get(name)?.isBusy);
  }

  get runningCommands(): readonly RunningCommand[] {
    return [...this.#builders.values()].flatMap((builder) => builder.runningCommand ?? []);
  }

  print(message: string): void {
    this.#options.logger.log('info', 'master', message);
  }

  async workerInfo(): Promise<WorkerInfo> {
    return workerInfoFrom({ ...this.#options, hostinfo: await this.#options.readHostinfo() });
  }

  /**
   * Takes the builders that the master assigns and makes their directories.
   *
   * Errors: rejects when a directory would lie outside basedir or cannot be made.
   */
  async setBuilders(
    list: readonly { readonly name: string; readonly builddir: string }[],
  ): Promise<ReadonlyMap<string, WorkerForBuilder>> {
    const dirs = new Map(list.map(({ name, builddir }) => [name, this.#builddirPath(builddir)]));
    this.#dropMissing(dirs);
    for (const [name, builddir] of dirs) {
      await mkdir(builddir, { recursive: true });
      this.#take(name, builddir);
    }
    const { basedir, deleteLeftoverDirs, logger } = this.#options;
    await handleLeftoverDirs({ basedir, owned: [...dirs.values()], deleteLeftoverDirs, logger });
    this.#options.onChanged();
    return new Map(this.#builders);
  }

  shutdown(): void {
    this.#options.logger.log('info', 'worker', 'the master has no more work and asks us to leave');
    this.#options.onShutdown();
  }

  /** Ends every running command without a word to the master. */
  dropCommands(why: string): void {
    for (const builder of this.#builders.values()) builder.drop(why);
    this.#options.onChanged();
  }

  /** Resolves when every command, dropped or not, has come to its end. */
  async whenCommandsEnded(): Promise<void> {
    await Promise.all(this.#runs);
  }

  #take(name: string, builddir: string): void {
    const known = this.#builders.get(name);
    if (known) known.builddir = builddir;
    else {
      const services: CommandServices = this.#options;
      const hooks = {
        changed: () => this.#options.onChanged(),
        started: (run: Promise<void>) => this.#track(run),
        worked: (event: WorkEvent) => this.#options.onWork(event),
      };
      this.#builders.set(name, new WorkerForBuilder(name, builddir, services, hooks));
    }
  }

  #track(run: Promise<void>): void {
    this.#runs.add(run);
    void run.then(() => this.#runs.delete(run));
  }

  #dropMissing(dirs: ReadonlyMap<string, string>): void {
    for (const [name, builder] of this.#builders) {
      if (dirs.has(name)) continue;
      builder.drop('its builder is no longer assigned to this worker');
      this.#builders.delete(name);
    }
  }

  #builddirPath(builddir: string): string {
    const { basedir } = this.#options;
    const path = resolve(join(basedir, builddir));
    const inside = relative(basedir, path);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) {
      throw new Error(`the build directory '${builddir}' lies outside the worker's directory`);
    }
    return path;
  }
}
