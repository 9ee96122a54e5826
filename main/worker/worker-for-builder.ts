import type { WorkEvent } from '../contract/builds/work-event.ts';
import type { RunningCommand } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import { showable } from '../lib/showable.ts';
import { BuildTracker } from './build-tracker.ts';
import type { CommandDefinition, WireArguments } from './command.ts';
import { CommandArgumentError, UnknownCommandError } from './command-errors.ts';
import { type CommandChannel, CommandRun, type CommandServices } from './command-run.ts';
import { findCommand } from './commands/find-command.ts';
import type { LeavingRuns } from './leaving-runs.ts';
import { BuilderLeftovers } from './process/tree/builder-leftovers.ts';
import { createProcessMark } from './process/tree/process-mark.ts';
import { BuilderEnclosure } from './protection/builder-enclosure.ts';
import { othersTurn, Turns } from './turns.ts';
import type { UpdateSettings } from './updates/command-updates.ts';

export interface BuilderHooks {
  /** Whether the builder is busy, or its command, has changed. */
  changed(builder: WorkerForBuilder): void;
  /** A command is about to begin. Errors: throws where it may not. */
  starting?(): void;
  /** When a momentary command may begin that is over with `ended`; undefined for at once. */
  momentary?(ended: Promise<void>): Promise<void> | undefined;
  /** A command has begun; the promise settles at its end. */
  started(run: Promise<void>): void;
  /** What a build left running is being ended; the promise settles at its end. */
  ending(ended: Promise<void>): void;
  /** A build or a command has begun or ended. */
  worked(event: WorkEvent): void;
  /** Commands that are on their way out, of whichever builder. */
  readonly leaving: LeavingRuns;
}

/** How a command is started; this differs between the protocols. */
export interface CommandTerms {
  /**
   * Whether the commands that still run are interrupted, as the Python worker does over Perspective
   * Broker; they complete nevertheless. Default false: they go on.
   */
  readonly interruptsOthers?: boolean;
  /** How the master asks for output to be cut and batched. */
  readonly updateSettings?: Partial<UpdateSettings>;
}

/**
 * One builder that the master assigned: its directory, and the commands that run there, any number at a
 * time. Each that was started is completed exactly once, unless the connection is lost before.
 */
export class WorkerForBuilder {
  /** As it is shown: foreign text that acts on nothing. The master may spell it otherwise. */
  readonly name: string;
  /** Absolute path of the builder's directory. */
  builddir: string;
  /** For commands to come. */
  services: CommandServices;
  #isAssigned = true;
  readonly #hooks: BuilderHooks;
  readonly #build: BuildTracker;
  readonly #findCommand: (name: string) => CommandDefinition | undefined;
  /** Those that are not completed yet, in the order of their starts. */
  readonly #running = new Set<CommandRun>();
  #leftovers: BuilderLeftovers;
  readonly #enclosure = new BuilderEnclosure(() => ({
    basedir: this.services.basedir,
    builddir: this.builddir,
    get mark() {
      return createProcessMark().variable;
    },
    settings: this.services,
  }));
  /** Settles when what the last build left running is gone; undefined while nothing is being ended. */
  #ending: Promise<void> | undefined;
  /** The last momentary command that is not completed yet: what starts now waits for it. */
  #momentary: CommandRun | undefined;

  constructor(
    name: string,
    builddir: string,
    services: CommandServices,
    hooks: BuilderHooks,
    find = findCommand,
  ) {
    this.name = showable(name);
    this.builddir = builddir;
    this.services = services;
    this.#hooks = hooks;
    this.#findCommand = find;
    this.#leftovers = this.#makeLeftovers();
    this.#build = new BuildTracker({
      builderName: this.name,
      clock: services.clock,
      onWork: (event) => hooks.worked(event),
      onGap: () => hooks.changed(this),
    });
  }

  get isAssigned(): boolean {
    return this.#isAssigned;
  }

  get isBusy(): boolean {
    return this.#build.isInBuild || this.#running.size > 0;
  }

  get runningCommands(): readonly RunningCommand[] {
    return [...this.#running].map(({ description }) => description);
  }

  /** The master is about to run the steps of a build here. */
  startBuild(): void {
    this.services.logger.log('info', this.name, 'a build starts');
    this.#leftovers.end('the next one begins');
    this.#build.buildStarts();
    this.#hooks.changed(this);
  }

  /**
   * Starts a command and returns at once. It begins when the momentary commands started before it are
   * completed, so that the master sees the same order as with the Python worker, and when nothing of a
   * lost link or builder is left in its directory.
   *
   * Errors: UnknownCommandError, or CommandArgumentError when arguments are missing or unusable.
   */
  startCommand(
    commandId: string,
    commandName: string,
    args: WireArguments,
    channel: CommandChannel,
    { interruptsOthers = false, updateSettings }: CommandTerms = {},
  ): void {
    const turns = new Turns();
    if (interruptsOthers) this.#interruptAll('the master starts another command of this builder');
    this.#hooks.starting?.();
    const definition = this.#knownCommand(commandId, commandName);
    requireArguments(definition, args);
    const { name: builderName } = this;
    const run = new CommandRun(
      {
        commandId,
        name: commandName,
        builderName,
        definition,
        args,
        channel,
        leftovers: this.#leftovers,
        enclosing: this.#enclosure,
        updateSettings,
      },
      this.services,
    );
    this.#log(commandId, `starts: ${commandName} ${run.description.summary}`);
    this.#running.add(run);
    this.#leftovers.setBusy(true);
    this.#build.commandStarted(run);
    this.#hooks.changed(this);
    const ahead = [
      this.#momentary?.completed,
      this.#ending,
      this.#hooks.leaving.hurry(this.builddir),
      run.isMomentary ? this.#hooks.momentary?.(run.completed) : undefined,
      // Arguments that took long to check take as long to be used.
      turns.isLong ? othersTurn() : undefined,
    ];
    if (run.isMomentary) this.#momentary = run;
    void run.completed.then(() => this.#completed(run));
    this.#hooks.started(run.run(allOf(ahead)));
  }

  /** Ends the running command, which still completes. */
  interruptCommand(commandId: string, why: string): void {
    this.#log(commandId, `the master interrupts it: ${why}`);
    const runs = [...this.#running].filter(
      ({ description }) => description.commandId === commandId,
    );
    for (const run of runs) run.interrupt(why);
    if (runs.length === 0) this.#log(commandId, 'it was not running');
  }

  /** This builder is no longer ours: its commands end, and still complete. */
  unassign(): void {
    this.#isAssigned = false;
    for (const run of this.#running) this.#hooks.leaving.add(this.builddir, run);
    this.#replaceLeftovers('its builder is no longer assigned to this worker');
    this.#interruptAll('its builder is no longer assigned to this worker');
  }

  /** The connection is lost: its commands end and send nothing more. */
  drop(why: string): void {
    for (const run of this.#running) {
      run.drop(why);
      this.#hooks.leaving.add(this.builddir, run);
    }
    this.#replaceLeftovers(why);
    this.#build.drop(this.#running);
    this.#running.clear();
    // What does not end must not hold up what the next connection starts.
    this.#momentary = undefined;
  }

  #interruptAll(why: string): void {
    for (const run of this.#running) {
      if (!run.isInterruptible) continue;
      this.#log(run.description.commandId, `interrupted: ${why}`);
      run.interrupt(why);
    }
  }

  /** Commands that are on their way out keep the old ones, which take no more. */
  #replaceLeftovers(why: string): void {
    const old = this.#leftovers;
    this.#leftovers = this.#makeLeftovers();
    old.close(why);
  }

  #makeLeftovers(): BuilderLeftovers {
    const { clock, logger, leftProcesses } = this.services;
    return new BuilderLeftovers({
      builderName: this.name,
      clock,
      logger,
      leftProcesses,
      enclosure: this.#enclosure,
      onEnding: (processes, endsWith) =>
        this.#hooks.worked({
          kind: 'processes-ended',
          builderName: this.name,
          at: clock.now(),
          processes,
          endsWith,
        }),
      onEnd: (ended) => {
        this.#ending = ended;
        void ended.then(() => {
          if (this.#ending === ended) this.#ending = undefined;
        });
        this.#hooks.ending(ended);
      },
    });
  }

  #completed(run: CommandRun): void {
    this.#log(run.description.commandId, endText(run));
    if (this.#momentary === run) this.#momentary = undefined;
    if (!this.#running.delete(run)) return;
    this.#build.commandEnded(run, this.#running.size === 0);
    this.#leftovers.setBusy(this.#running.size > 0);
    this.#hooks.changed(this);
  }

  #knownCommand(commandId: string, commandName: string): CommandDefinition {
    const definition = this.#findCommand(commandName);
    if (definition) return definition;
    throw new UnknownCommandError(
      `(command ${commandId}): unrecognized WorkerCommand '${commandName}'`,
    );
  }

  #log(commandId: string, message: string): void {
    this.services.logger.log('info', `command ${commandId}`, message);
  }
}

/** How a command ended, and how long it took, for the log. */
function endText({ end, durationMs }: CommandRun): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  switch (end.kind) {
    case 'exited': {
      const code = end.rc === undefined ? '' : ` with exit code ${end.rc}`;
      const reason = end.reason === undefined ? '' : `, stopped by a limit (${end.reason})`;
      return `has ended${code} after ${seconds}${reason}`;
    }
    case 'failed':
      return `has ended with a failure after ${seconds}`;
    case 'interrupted':
      return `has ended after ${seconds}, interrupted`;
    case 'dropped':
      return `has ended after ${seconds}, when its master was gone`;
    default:
      return assertNever(end);
  }
}

/** Settles when all have that are there; undefined for none, so that nothing is waited for. */
function allOf(turns: readonly (Promise<void> | undefined)[]): Promise<void> | undefined {
  const given = turns.filter((turn) => turn !== undefined);
  return given.length === 0 ? undefined : Promise.all(given).then(() => {});
}

/** In the Python worker's words. */
function requireArguments(definition: CommandDefinition, args: WireArguments): void {
  const { className, requiredArguments } = definition;
  const missing = requiredArguments.filter((name) => args[name] === undefined);
  if (missing.length === 0) return;
  throw new CommandArgumentError(`${className} is missing args: ${missing.join(', ')}`);
}
