import type { CommandEnd } from '../contract/builds/work-event.ts';
import type { RunningCommand } from '../contract/worker/worker-status.ts';
import type { Clock } from '../lib/clock.ts';
import { Emitter } from '../lib/emitter.ts';
import { messageOf } from '../lib/message-of.ts';
import { showableLines } from '../lib/showable.ts';
import { type Teardown, toTeardown } from '../lib/teardown.ts';
import type { Logger } from '../logging/logger.ts';
import type {
  Command,
  CommandContext,
  CommandDefinition,
  CommandLink,
  Enclosing,
  FileAccess,
  LeftoverKeeper,
  WireArguments,
} from './command.ts';
import type { LeftProcesses } from './process/tree/left-processes.ts';
import type { ProtectionSettings } from './protection/protection-level.ts';
import type { Update, UpdateValue } from './update.ts';
import { CommandUpdates, type UpdateSettings } from './updates/command-updates.ts';

/** The master's end of one command, together with its completion. */
export interface CommandChannel extends CommandLink {
  /** Reports that the command has ended; `failure` when it did not end by itself. Never rejects. */
  complete(failure: Error | undefined): Promise<void>;
  /** Releases what the master lent us for this command. To be called last. */
  release(): void;
}

/** What every command of this worker shares. */
export interface CommandServices {
  readonly basedir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly unicodeEncoding: string;
  /** The worker's own file mode creation mask; undefined keeps the process's. */
  readonly umask?: number | undefined;
  readonly fileAccess: FileAccess;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly leftoverProcesses: CommandContext['leftoverProcesses'];
  readonly protection: ProtectionSettings['protection'];
  readonly protectionPaths: ProtectionSettings['protectionPaths'];
  /** Takes what could not be ended. */
  readonly leftProcesses: LeftProcesses;
  /** A copy of each batch on its way to the master, for those who watch. */
  onOutput(output: OutputBatch): void;
}

export interface OutputBatch {
  readonly commandId: string;
  readonly builderName: string;
  /** `stdout`, `stderr`, `header`, or a log file's name. */
  readonly stream: string;
  /** Whole lines; to be read at once and not kept. */
  readonly utf8: Uint8Array;
}

export interface CommandStart {
  readonly commandId: string;
  readonly name: string;
  readonly builderName: string;
  readonly definition: CommandDefinition;
  readonly args: WireArguments;
  readonly channel: CommandChannel;
  /** Takes what it leaves running. */
  readonly leftovers: LeftoverKeeper;
  /** Where its programs run. Default: in the open. */
  readonly enclosing?: Enclosing | undefined;
  /** How the master asks for output to be cut and batched, where it does. */
  readonly updateSettings?: Partial<UpdateSettings> | undefined;
}

/**
 * One command between the master's `startCommand` and our `complete`, which is sent exactly once unless
 * the command was dropped before.
 *
 * Errors: the constructor throws CommandArgumentError when the arguments cannot be used.
 */
export class CommandRun {
  readonly description: RunningCommand;
  readonly #command: Command;
  readonly #updates: CommandUpdates;
  readonly #link: DroppableLink;
  readonly #channel: CommandChannel;
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #startedMs: number;
  readonly #ending = new EndFacts();
  /** Settles when the command should not wait for its turn any longer. */
  readonly #hurried = new Signal();
  readonly #completed = new Signal();
  #interruptedBecause: string | undefined;
  #outputBytes = 0;
  #endedMs: number | undefined;

  constructor(start: CommandStart, services: CommandServices) {
    const { commandId, builderName, name, channel } = start;
    this.#clock = services.clock;
    this.#startedMs = services.clock.monotonicMs();
    this.#channel = channel;
    this.#logger = services.logger;
    this.#link = new DroppableLink(channel);
    this.#updates = new CommandUpdates({
      link: this.#link,
      clock: services.clock,
      unicodeEncoding: services.unicodeEncoding,
      settings: start.updateSettings,
      onOutput: (stream, utf8) => {
        if (stream !== 'header') this.#outputBytes += utf8.byteLength;
        services.onOutput({ commandId, builderName, stream, utf8 });
      },
      onValue: (key, value) => this.#ending.value(key, value),
    });
    this.#command = start.definition.create(start.args, {
      ...services,
      commandId,
      builderName,
      leftovers: start.leftovers,
      enclosing: start.enclosing,
      updates: this.#updates,
    });
    const startedAt = services.clock.now();
    const summary = showableLines(this.#command.summary);
    this.description = { commandId, builderName, name, summary, startedAt };
  }

  /** Whether the commands that follow in its builder wait for it; see Command. */
  get isMomentary(): boolean {
    return this.#command.isMomentary ?? false;
  }

  /** Settles when `complete` was sent, or would have been; the master may not have answered it yet. */
  get completed(): Promise<void> {
    return this.#completed.given;
  }

  /** The words of a program that runs without a shell, obfuscated ones hidden. */
  get argv(): readonly string[] | undefined {
    return this.#command.argv;
  }

  /** Where a program runs; absolute. */
  get workdir(): string | undefined {
    return this.#command.workdir;
  }

  /** Of what it printed so far, log files included. */
  get outputBytes(): number {
    return this.#outputBytes;
  }

  /** How long it ran, or has been running. */
  get durationMs(): number {
    return (this.#endedMs ?? this.#clock.monotonicMs()) - this.#startedMs;
  }

  /** Whether it has ended, though the master may not have answered that yet. */
  get hasEnded(): boolean {
    return this.#endedMs !== undefined;
  }

  /** How it ended; `dropped` when asked before. */
  get end(): CommandEnd {
    return this.hasEnded ? this.#ending.end : { kind: 'dropped' };
  }

  /**
   * Runs the command to its end, completes it, and settles when the master has answered. Never rejects.
   * It begins when `turn` settles, or at once without one; an interrupt does not wait for that.
   */
  async run(turn?: Promise<void>): Promise<void> {
    if (turn !== undefined) await Promise.race([turn, this.#hurried.given]);
    const failure = this.#link.isDropped ? undefined : await this.#runCommand();
    this.#updates.flush();
    this.#updates.dispose();
    this.#endedMs = this.#clock.monotonicMs();
    const answered = this.#link.isDropped ? undefined : this.#channel.complete(failure);
    this.#completed.give();
    await answered;
    this.#channel.release();
  }

  /** Whether it makes way for others: not what is over in a moment, has ended, or was interrupted. */
  get isInterruptible(): boolean {
    return !this.isMomentary && !this.hasEnded && this.#interruptedBecause === undefined;
  }

  /** Asks the command to end soon; it still completes. Twice does no harm, nor after the end. */
  interrupt(why: string): void {
    if (this.hasEnded || this.#interruptedBecause !== undefined) return;
    this.#ending.isInterrupted = true;
    this.#interruptedBecause = why;
    this.#hurried.give();
    this.#command.interrupt(why);
  }

  /** Ends the command without another message to the master, who is gone. */
  drop(why: string): void {
    this.#link.drop();
    this.#hurried.give();
    this.#command.interrupt(why);
  }

  /** Ends by force what was interrupted or dropped, and may still take its time. */
  endAtOnce(): void {
    this.#hurried.give();
    this.#command.interrupt('the next command of its directory waits', 'at-once');
  }

  async #runCommand(): Promise<Error | undefined> {
    try {
      const ended = this.#command.run();
      // Before its turn it had nothing yet that could be interrupted.
      if (this.#interruptedBecause !== undefined) this.#command.interrupt(this.#interruptedBecause);
      await ended;
      return undefined;
    } catch (error) {
      const { commandId } = this.description;
      this.#logger.log('error', `command ${commandId}`, `failed: ${messageOf(error)}`);
      this.#ending.failure = messageOf(error);
      return error instanceof Error ? error : new Error(messageOf(error));
    }
  }
}

/** A promise that is settled from outside, once. */
class Signal {
  give: () => void = () => {};
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}

/** What of a command's course shows how it ended. */
class EndFacts {
  failure: string | undefined;
  isInterrupted = false;
  #rc: number | undefined;
  #reason: string | undefined;

  value(key: string, value: UpdateValue): void {
    if (key === 'rc' && typeof value === 'number') this.#rc = value;
    if (key === 'failure_reason' && typeof value === 'string') this.#reason = value;
  }

  get end(): CommandEnd {
    if (this.isInterrupted) return { kind: 'interrupted' };
    if (this.failure !== undefined) return { kind: 'failed', sentence: this.failure };
    const reason = this.#reason === undefined ? {} : { reason: this.#reason };
    return { kind: 'exited', rc: this.#rc, ...reason };
  }
}

/**
 * A link that can be cut: afterwards updates vanish and the command is never held back, so that its
 * pipes are read to the end.
 */
class DroppableLink implements CommandLink {
  readonly #link: CommandLink;
  readonly #writableChanged = new Emitter<boolean>();
  #isDropped = false;

  constructor(link: CommandLink) {
    this.#link = link;
  }

  get isDropped(): boolean {
    return this.#isDropped;
  }

  get isWritable(): boolean {
    return this.#isDropped || this.#link.isWritable;
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    const ofLink = this.#link.onWritableChanged((isWritable) => {
      if (!this.#isDropped) listener(isWritable);
    });
    const ofDrop = this.#writableChanged.on(listener);
    return toTeardown(() => {
      ofLink.dispose();
      ofDrop.dispose();
    });
  }

  sendUpdates(updates: readonly Update[]): void {
    if (!this.#isDropped) this.#link.sendUpdates(updates);
  }

  drop(): void {
    const wasWritable = this.isWritable;
    this.#isDropped = true;
    if (!wasWritable) this.#writableChanged.emit(true);
  }
}
