import { join, resolve, sep } from 'node:path';
import type { WorkEvent } from '../contract/builds/work-event.ts';
import type { RunningCommand } from '../contract/worker/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import { Emitter } from '../lib/emitter.ts';
import { showable } from '../lib/showable.ts';
import type { Teardown } from '../lib/teardown.ts';
import type { Logger } from '../logging/logger.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { CommandArgumentError } from './command-errors.ts';
import type { CommandServices, OutputBatch } from './command-run.ts';
import { builderDirectoryRefusal } from './commands/paths/find-place.ts';
import { Gate } from './gate.ts';
import { handleLeftoverDirs } from './handle-leftover-dirs.ts';
import { LeavingRuns } from './leaving-runs.ts';
import { MOST_BUILDERS, MOST_COMMANDS, MOST_MOMENTARY_COMMANDS } from './master-limits.ts';
import type { LeftProcesses } from './process/tree/left-processes.ts';
import { othersTurn, Turns } from './turns.ts';
import { makeDirectories } from './with-umask.ts';
import { type BuilderHooks, WorkerForBuilder } from './worker-for-builder.ts';
import { type WorkerInfo, workerInfoFrom } from './worker-info.ts';

/** In a line of the log. */
const MOST_NAMED_BUILDERS = 20;

/** What may change while the worker lives, between two attachments. */
export type BotSettings = Pick<
  WorkerConfig,
  | 'numcpus'
  | 'unicodeEncoding'
  | 'deleteLeftoverDirs'
  | 'fileAccess'
  | 'leftoverProcesses'
  | 'protection'
  | 'protectionPaths'
>;

export interface BotOptions extends BotSettings {
  readonly basedir: string;
  /** The worker's own file mode creation mask; undefined keeps the process's. */
  readonly umask?: number | undefined;
  /** Buildtray's own version. */
  readonly version: string;
  /** The filtered environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Takes the processes of commands that could not be ended. */
  readonly leftProcesses: LeftProcesses;
  /** Files under `info/` and the `os_…` values, read again for each attachment. */
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
  #options: BotOptions;
  readonly #builders = new Map<string, WorkerForBuilder>();
  /** Those of the builders that have something to do. Looked at whenever a command begins or ends. */
  readonly #busy = new Set<WorkerForBuilder>();
  #sortedNames: readonly string[] | undefined;
  /** Builders that are no longer ours and still have something to do: the master may know them. */
  readonly #unassigned = new Set<WorkerForBuilder>();
  /** Commands that have not ended, those among them that were dropped included. */
  readonly #runs = new Set<Promise<void>>();
  /** What settles when processes that builds left running have ended. */
  readonly #endings = new Set<Promise<void>>();
  #infosUnderWay = 0;
  readonly #changed = new Emitter<void>();
  readonly #hooks: BuilderHooks;
  /** Runs what the master asks of the worker itself; it is not shown. */
  readonly #attachment: WorkerForBuilder;

  constructor(options: BotOptions) {
    this.#options = options;
    const momentary = new Gate(MOST_MOMENTARY_COMMANDS);
    this.#hooks = {
      changed: (builder) => this.#builderChanged(builder),
      starting: () => this.#refuseTooMany(),
      momentary: (ended) => momentary.enter(ended),
      started: (run) => this.#track(run),
      ending: (ended) => this.#trackEnding(ended),
      worked: (event) => options.onWork(event),
      leaving: new LeavingRuns(options.clock),
    };
    const hooks = { ...this.#hooks, changed: () => this.#announceChange(), worked: () => {} };
    const services = attachmentServices(options);
    this.#attachment = new WorkerForBuilder('attachment', options.basedir, services, hooks);
  }

  /** What the master gets at the next attachment, and how commands run from then on. */
  reconfigure(settings: BotSettings & Partial<Pick<BotOptions, 'environment'>>): void {
    this.#options = { ...this.#options, ...settings };
    this.#attachment.services = attachmentServices(this.#options);
    for (const builder of this.#builders.values()) builder.services = this.#options;
  }

  get builderNames(): readonly string[] {
    this.#sortedNames ??= [...this.#builders.values()].map(({ name }) => name).sort();
    return this.#sortedNames;
  }

  get busyBuilderNames(): readonly string[] {
    return [...this.#busy].map(({ name }) => name).sort();
  }

  get runningCommands(): readonly RunningCommand[] {
    return [...this.#busy].flatMap((builder) => builder.runningCommands);
  }

  /** Whether a build runs, or the master prepares one or the worker's directories. */
  get isBusy(): boolean {
    return this.#attachment.isBusy || this.#busy.size > 0;
  }

  /** Announces each change of builders and commands. */
  onChanged(listener: () => void): Teardown {
    return this.#changed.on(listener);
  }

  /** The basedir that the master knows. */
  get basedir(): string {
    return this.#options.basedir;
  }

  print(message: string): void {
    this.#options.logger.log('info', 'master', message);
  }

  /** Whether `workerInfo` is under way: it may be megabytes, and a master may ask again and again. */
  get isGatheringInfo(): boolean {
    return this.#infosUnderWay > 0;
  }

  async workerInfo(): Promise<WorkerInfo> {
    this.#infosUnderWay += 1;
    try {
      return workerInfoFrom({ ...this.#options, hostinfo: await this.#options.readHostinfo() });
    } finally {
      this.#infosUnderWay -= 1;
    }
  }

  /**
   * Takes the builders that the master assigns and makes their directories.
   *
   * Errors: rejects when a directory would lie outside basedir, is the worker's own, or cannot be made.
   */
  async setBuilders(
    list: readonly { readonly name: string; readonly builddir: string }[],
  ): Promise<ReadonlyMap<string, WorkerForBuilder>> {
    if (list.length > MOST_BUILDERS)
      throw new CommandArgumentError(tooMany(MOST_BUILDERS, 'builders'));
    const dirs = await this.#madeDirectories(list);
    this.#dropMissing(dirs);
    for (const [name, builddir] of dirs) this.#take(name, builddir);
    const { basedir, deleteLeftoverDirs, logger } = this.#options;
    logger.log('info', 'worker', assignedText([...dirs.keys()]));
    await othersTurn();
    const owned = [...dirs.values()];
    await handleLeftoverDirs({ basedir, owned, deleteLeftoverDirs, logger });
    this.#announceChange();
    return new Map(this.#builders);
  }

  /**
   * The builder of a name, for masters that assign none but name one with each command; without a name
   * whatever runs what the master asks of the worker itself.
   */
  builderNamed(name: string | undefined): WorkerForBuilder {
    if (name === undefined) return this.#attachment;
    const known = this.#builders.get(name);
    if (known) return known;
    if (this.#builders.size >= MOST_BUILDERS) this.#forgetIdle();
    return this.#take(name, join(this.#options.basedir, name));
  }

  /** Ends the command of an id, whichever builder runs it; one that does not run is only logged. */
  interruptCommand(commandId: string, why: string): void {
    const all = [this.#attachment, ...this.#builders.values(), ...this.#unassigned];
    const runsIt = (builder: WorkerForBuilder): boolean =>
      builder.runningCommands.some((command) => command.commandId === commandId);
    (all.find(runsIt) ?? this.#attachment).interruptCommand(commandId, why);
  }

  /** A build is about to start for a builder that the master has not named yet. */
  expectBuild(): void {
    this.#attachment.startBuild();
  }

  /** It is time to leave. By default the master asks for it. */
  shutdown(why = 'the master has no more work and asks us to leave'): void {
    this.#options.logger.log('info', 'worker', why);
    this.#options.onShutdown();
  }

  /** Ends every running command; the master gets no further message of them. */
  dropCommands(why: string): void {
    const all = [this.#attachment, ...this.#builders.values(), ...this.#unassigned];
    for (const builder of all) builder.drop(why);
    this.#unassigned.clear();
    this.#busy.clear();
    this.#announceChange();
  }

  /** Resolves when every command, dropped or not, has come to its end, with what builds left running. */
  async whenCommandsEnded(): Promise<void> {
    await Promise.all(this.#runs);
    await Promise.all(this.#endings);
  }

  #take(name: string, builddir: string): WorkerForBuilder {
    const known = this.#builders.get(name);
    if (known) {
      known.builddir = builddir;
      return known;
    }
    const made = new WorkerForBuilder(name, builddir, this.#options, this.#hooks);
    this.#builders.set(name, made);
    this.#sortedNames = undefined;
    return made;
  }

  /** Masters that name a builder with each command never drop one. */
  #forgetIdle(): void {
    for (const [name, builder] of this.#builders) {
      if (builder.isBusy) continue;
      builder.unassign();
      this.#builders.delete(name);
    }
    this.#sortedNames = undefined;
    if (this.#builders.size < MOST_BUILDERS) return;
    throw new CommandArgumentError(tooMany(MOST_BUILDERS, 'builders'));
  }

  #refuseTooMany(): void {
    if (this.#runs.size < MOST_COMMANDS) return;
    throw new CommandArgumentError(tooMany(MOST_COMMANDS, 'commands at a time'));
  }

  /** One that is no longer assigned is not shown. */
  #builderChanged(builder: WorkerForBuilder): void {
    const busy = builder.isAssigned ? this.#busy : this.#unassigned;
    if (builder.isBusy) busy.add(builder);
    else busy.delete(builder);
    this.#announceChange();
  }

  #announceChange(): void {
    this.#options.onChanged();
    this.#changed.emit();
  }

  #trackEnding(ended: Promise<void>): void {
    this.#endings.add(ended);
    void ended.then(() => this.#endings.delete(ended));
  }

  #track(run: Promise<void>): void {
    this.#runs.add(run);
    void run.then(() => this.#runs.delete(run));
  }

  #dropMissing(dirs: ReadonlyMap<string, string>): void {
    this.#sortedNames = undefined;
    for (const [name, builder] of this.#builders) {
      if (dirs.has(name)) continue;
      builder.unassign();
      this.#builders.delete(name);
      if (this.#busy.delete(builder)) this.#unassigned.add(builder);
    }
  }

  /** The directories of builders by their names; all are made before any is taken. */
  async #madeDirectories(
    list: readonly { readonly name: string; readonly builddir: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const dirs = new Map<string, string>();
    const turns = new Turns();
    for (const { name, builddir } of list) {
      await turns.next();
      dirs.set(name, this.#builddirPath(builddir));
    }
    for (const builddir of dirs.values()) {
      await turns.next();
      await this.#refuseOwn(builddir);
    }
    for (const builddir of dirs.values()) {
      await turns.next();
      await makeDirectories(builddir, this.#options.umask);
    }
    return dirs;
  }

  async #refuseOwn(builddir: string): Promise<void> {
    const refusal = await builderDirectoryRefusal(this.#options.basedir, builddir);
    if (refusal !== undefined) throw new Error(refusal);
  }

  #builddirPath(builddir: string): string {
    const { basedir } = this.#options;
    const path = resolve(join(basedir, builddir));
    if (path.startsWith(resolve(basedir) + sep)) return path;
    throw new Error(`the build directory '${builddir}' lies outside the worker's directory`);
  }
}

/** A master greets each builder with the same word, which names none. */
function assignedText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED_BUILDERS).map(showable).join(', ');
  const others = names.length - MOST_NAMED_BUILDERS;
  const rest = others > 0 ? ` and ${others} more` : '';
  return `builders assigned by the master: ${shown || 'none'}${rest}`;
}

function tooMany(most: number, what: string): string {
  return `a master may have ${most} ${what} here and no more`;
}

/** What the master asks of the worker itself is not shown. */
function attachmentServices(options: BotOptions): CommandServices {
  return { ...options, onOutput: () => {} };
}
