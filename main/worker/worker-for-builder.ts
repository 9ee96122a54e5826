import type { WorkEvent } from '../contract/builds/work-event.ts';
import type { RunningCommand } from '../contract/worker/worker-status.ts';
import { BuildTracker } from './build-tracker.ts';
import { type CommandChannel, CommandRun, type CommandServices } from './command-run.ts';
import {
  CommandArgumentError,
  type CommandDefinition,
  type WireArguments,
} from './commands/command.ts';
import { findCommand, missingArgumentsMessage } from './commands/find-command.ts';
import type { UpdateSettings } from './updates/command-updates.ts';

/** The master asked for a command that this worker does not know. */
export class UnknownCommandError extends Error {
  override readonly name = 'UnknownCommandError';
  readonly code = 'UNKNOWN_COMMAND';
}

export interface BuilderHooks {
  /** Whether the builder is busy, or its command, has changed. */
  changed(): void;
  /** A command has begun; the promise settles at its end. */
  started(run: Promise<void>): void;
  /** A build or a command has begun or ended. */
  worked(event: WorkEvent): void;
}

/** How a command is taken; what stands here differs between the protocols. */
export interface CommandTerms {
  /** Whether commands that still run go on. Default: they are dropped, the master has moved on. */
  readonly isBesideOthers?: boolean;
  /** How the master wants output to be cut and batched. */
  readonly updateSettings?: Partial<UpdateSettings>;
}

/** One builder that the master assigned: its directory, and the commands that run there. */
export class WorkerForBuilder {
  readonly name: string;
  /** Absolute path of the builder's directory. */
  builddir: string;
  /** For commands to come. */
  services: CommandServices;
  readonly #hooks: BuilderHooks;
  readonly #build: BuildTracker;
  /** By their ids; Perspective Broker knows one at a time. */
  readonly #running = new Map<string, CommandRun>();

  constructor(name: string, builddir: string, services: CommandServices, hooks: BuilderHooks) {
    this.name = name;
    this.builddir = builddir;
    this.services = services;
    this.#hooks = hooks;
    this.#build = new BuildTracker({
      builderName: name,
      clock: services.clock,
      onWork: (event) => hooks.worked(event),
      onGap: () => hooks.changed(),
    });
  }

  get isBusy(): boolean {
    return this.#build.isInBuild || this.#running.size > 0;
  }

  get runningCommands(): readonly RunningCommand[] {
    return [...this.#running.values()].map(({ description }) => description);
  }

  /** The master is about to run the steps of a build here. */
  startBuild(): void {
    this.services.logger.log('info', this.name, 'a build starts');
    this.#build.buildStarts();
    this.#hooks.changed();
  }

  /**
   * Starts a command and returns at once. What is dropped for it, one of the same id at least, says no
   * further word.
   *
   * Errors: UnknownCommandError, or CommandArgumentError when arguments are missing or unusable.
   */
  startCommand(
    commandId: string,
    commandName: string,
    args: WireArguments,
    channel: CommandChannel,
    { isBesideOthers = false, updateSettings }: CommandTerms = {},
  ): void {
    for (const [id, leftover] of this.#running) {
      if (!isBesideOthers || id === commandId) this.#dropLeftover(leftover);
    }
    const definition = knownCommand(commandId, commandName);
    requireArguments(commandName, definition, args);
    const { name: builderName } = this;
    const run = new CommandRun(
      { commandId, name: commandName, builderName, definition, args, channel, updateSettings },
      this.services,
    );
    this.#log(commandId, `starts: ${commandName} ${run.description.summary}`);
    this.#running.set(commandId, run);
    this.#build.commandStarted(run);
    this.#hooks.changed();
    this.#hooks.started(run.run().then(() => this.#ended(run)));
  }

  /** Ends the running command, which then still says how it ended. */
  interruptCommand(commandId: string, why: string): void {
    this.#log(commandId, `the master interrupts it: ${why}`);
    const run = this.#running.get(commandId);
    if (run) run.interrupt(why);
    else this.#log(commandId, 'it was not running');
  }

  /** The master is gone, or this builder is no longer ours. */
  drop(why: string): void {
    for (const run of this.#running.values()) run.drop(why);
    this.#build.drop(this.#running.values());
    this.#running.clear();
  }

  #dropLeftover(leftover: CommandRun): void {
    const { commandId } = leftover.description;
    // One that has ended waits only for the master's answer, which the next command may overtake.
    if (!leftover.hasEnded) this.#log(commandId, 'left over from before, dropping it');
    leftover.drop('left over when the next command started');
    this.#running.delete(commandId);
    this.#build.commandEnded(leftover, this.#running.size === 0);
  }

  #ended(run: CommandRun): void {
    const { commandId } = run.description;
    this.#log(commandId, 'has ended');
    if (this.#running.get(commandId) !== run) return;
    this.#running.delete(commandId);
    this.#build.commandEnded(run, this.#running.size === 0);
    this.#hooks.changed();
  }

  #log(commandId: string, message: string): void {
    this.services.logger.log('info', `command ${commandId}`, message);
  }
}

function knownCommand(commandId: string, commandName: string): CommandDefinition {
  const definition = findCommand(commandName);
  if (definition) return definition;
  throw new UnknownCommandError(
    `(command ${commandId}): unrecognized WorkerCommand '${commandName}'`,
  );
}

function requireArguments(
  commandName: string,
  definition: CommandDefinition,
  args: WireArguments,
): void {
  const missing = definition.requiredArguments.filter((name) => args[name] === undefined);
  if (missing.length === 0) return;
  throw new CommandArgumentError(missingArgumentsMessage(commandName, missing));
}
