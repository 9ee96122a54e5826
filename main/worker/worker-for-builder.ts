import type { WorkEvent } from '../contract/work-event.ts';
import type { RunningCommand } from '../contract/worker-status.ts';
import { BuildTracker } from './build-tracker.ts';
import { type CommandChannel, CommandRun, type CommandServices } from './command-run.ts';
import {
  CommandArgumentError,
  type CommandDefinition,
  type WireArguments,
} from './commands/command.ts';
import { findCommand, missingArgumentsMessage } from './commands/registry.ts';

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

/** One builder that the master assigned: its directory, and at most one running command. */
export class WorkerForBuilder {
  readonly name: string;
  /** Absolute path of the builder's directory. */
  builddir: string;
  readonly #services: CommandServices;
  readonly #hooks: BuilderHooks;
  readonly #build: BuildTracker;
  #current: CommandRun | undefined;

  constructor(name: string, builddir: string, services: CommandServices, hooks: BuilderHooks) {
    this.name = name;
    this.builddir = builddir;
    this.#services = services;
    this.#hooks = hooks;
    this.#build = new BuildTracker({
      builderName: name,
      clock: services.clock,
      onWork: (event) => hooks.worked(event),
      onGap: () => hooks.changed(),
    });
  }

  get isBusy(): boolean {
    return this.#build.isInBuild || this.#current !== undefined;
  }

  get runningCommand(): RunningCommand | undefined {
    return this.#current?.description;
  }

  /** The master is about to run the steps of a build here. */
  startBuild(): void {
    this.#services.logger.log('info', this.name, 'a build starts');
    this.#build.buildStarts();
    this.#hooks.changed();
  }

  /**
   * Starts a command and returns at once. One that still runs is dropped without a further word: the
   * master has moved on.
   *
   * Errors: UnknownCommandError, or CommandArgumentError when arguments are missing or unusable.
   */
  startCommand(
    commandId: string,
    commandName: string,
    args: WireArguments,
    channel: CommandChannel,
  ): void {
    this.#dropLeftover();
    const definition = knownCommand(commandId, commandName);
    requireArguments(commandName, definition, args);
    const run = new CommandRun(
      { commandId, name: commandName, builderName: this.name, definition, args, channel },
      this.#services,
    );
    this.#log(commandId, `starts: ${commandName} ${run.description.summary}`);
    this.#current = run;
    this.#build.commandStarted(run);
    this.#hooks.changed();
    this.#hooks.started(run.run().then(() => this.#ended(run)));
  }

  /** Ends the running command, which then still says how it ended. */
  interruptCommand(commandId: string, why: string): void {
    this.#log(commandId, `the master interrupts it: ${why}`);
    if (this.#current?.description.commandId === commandId) this.#current.interrupt(why);
    else this.#log(commandId, 'it was not running');
  }

  /** The master is gone, or this builder is no longer ours. */
  drop(why: string): void {
    this.#current?.drop(why);
    this.#build.drop(this.#current);
    this.#current = undefined;
  }

  #dropLeftover(): void {
    const leftover = this.#current;
    if (!leftover) return;
    // One that has ended waits only for the master's answer, which the next command may overtake.
    if (!leftover.hasEnded) {
      this.#log(leftover.description.commandId, 'left over from before, dropping it');
    }
    leftover.drop('left over when the next command started');
    this.#current = undefined;
    this.#build.commandEnded(leftover);
  }

  #ended(run: CommandRun): void {
    this.#log(run.description.commandId, 'has ended');
    if (this.#current !== run) return;
    this.#current = undefined;
    this.#build.commandEnded(run);
    this.#hooks.changed();
  }

  #log(commandId: string, message: string): void {
    this.#services.logger.log('info', `command ${commandId}`, message);
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
