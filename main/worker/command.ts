import type { Clock } from '../lib/clock.ts';
import type { Teardown } from '../lib/teardown.ts';
import type { Logger } from '../logging/logger.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import type { ProcessTree } from './process-tree.ts';
import type { Enclosure } from './protection/enclosure.ts';
import type { Update, UpdateValue } from './update.ts';

/** How a command is ended: in the way and the time that the master has set, or by force. */
export type Urgency = 'as-requested' | 'at-once';

/** A command the master asked for, from its start to its end. */
export interface Command {
  /** What runs, for people: one line, obfuscated words hidden. */
  readonly summary: string;
  /** The words of a program that runs without a shell, obfuscated ones hidden. */
  readonly argv?: readonly string[] | undefined;
  /** Absolute path of where a program runs. */
  readonly workdir?: string | undefined;
  /**
   * It asks the file system once and is over. The commands that follow it in its builder wait for it,
   * because the Python worker answers it inside the master's call; only the master's interrupt and the loss
   * of the link end it before. Default false.
   */
  readonly isMomentary?: boolean;
  /**
   * Runs to the end and sends every update, `rc` among them. Called once.
   *
   * Errors: a rejection becomes the failure that the master gets with `complete`.
   */
  run(): Promise<void>;
  /**
   * Asks a running command to end soon; `run` then settles. `at-once` gives programs no time to end by
   * themselves, also after an earlier request. Twice does no harm, nor after the end.
   */
  interrupt(why: string, urgency?: Urgency): void;
}

/** All that is known of one command: its names, its arguments on the wire, and how it is made. */
export interface CommandDefinition {
  /** Its names on the wire: one for both protocols, or that of Perspective Broker first. */
  readonly names: readonly string[];
  /** The Python worker's class, which its messages name. */
  readonly className: string;
  /** Names of the arguments without which it is refused (as the MessagePack protocol spells them). */
  readonly requiredArguments: readonly string[];
  /** What it moves a file of the master's by over MessagePack, where no reference comes with it. */
  readonly masterFile?: MasterFile | undefined;
  /**
   * The arguments of Perspective Broker, whose paths are relative to the builder's directory, in the form
   * that `create` takes. One of the wrong type is passed on: `create` refuses it by name.
   *
   * Source: Buildbot, worker/buildbot_worker/pb.py, ProtocolCommandPb.protocol_args_setup.
   */
  argumentsFromPb(args: WireArguments, builddir: string): WireArguments;
  /** Errors: a CommandArgumentError names the argument that is wrong; the call itself then fails. */
  create(args: WireArguments, context: CommandContext): Command;
}

/** The file on the master that a transfer works on. */
export type MasterFile = 'written-file' | 'written-directory' | 'read-file';

/**
 * A command's arguments as the master sent them, the same for both protocols: names and absolute
 * paths as MessagePack has them, byte strings decoded where they are UTF-8, tuples as arrays,
 * dictionaries as records.
 */
export type WireArguments = Readonly<Record<string, unknown>>;

/** What a command gets from the worker it runs in. */
export interface CommandContext {
  readonly commandId: string;
  readonly builderName: string;
  /** Absolute path of the worker's own directory. */
  readonly basedir: string;
  /** What builds inherit: the worker's own environment after the secrets were taken out. */
  readonly environment: Readonly<Record<string, string>>;
  /** Encoding of command lines and of programs' output, such as `utf-8`. */
  readonly unicodeEncoding: string;
  /** The worker's own file mode creation mask; undefined keeps the process's. */
  readonly umask?: number | undefined;
  /** Whether file commands may leave `basedir`. */
  readonly fileAccess: FileAccess;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly leftProcesses: LeftProcessList;
  /** How long what a command starts and leaves running goes on. */
  readonly leftoverProcesses: WorkerConfig['leftoverProcesses'];
  readonly leftovers: LeftoverKeeper;
  /** Where programs of the master's run; undefined: in the open. */
  readonly enclosing?: Enclosing | undefined;
  readonly updates: UpdateSink;
}

/** Gives programs of the master's a place from which they reach only what is theirs. */
export interface Enclosing {
  /** False where they run in the open. */
  readonly isWanted: boolean;
  /** Undefined where they run in the open. Errors: rejects where there can be none. */
  enter(): Promise<Enclosure | undefined>;
}

/** Takes the processes of commands that could not be ended. */
export interface LeftProcessList {
  add(pids: readonly number[]): void;
}

/** Takes what a command started: what is to end with the build, and word of what ends with the command. */
export interface LeftoverKeeper {
  /** Whether it is kept; otherwise it has to end with its command. `left`: the pids. */
  keep(tree: ProcessTree, left: readonly number[], commandId: string): boolean;
  /** To be called before they end, each once. */
  endWithCommand(pids: readonly number[], commandId: string): void;
}

export type FileAccess = WorkerConfig['fileAccess'];

/** Where a command's updates go. Once the connection is gone everything is dropped silently. */
export interface UpdateSink extends Flow {
  /** Text for the step's log, in any pieces; the sink sends whole lines. */
  header(text: string): void;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Bytes of a program's stream, cut anywhere; decoded with the worker's encoding. */
  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  /** Bytes of a log file the master asked to watch. */
  logOutput(logName: string, bytes: Uint8Array): void;
  value(key: string, value: UpdateValue): void;
  /** Sends what is held, unfinished lines included. */
  flush(): void;
}

/** Whether the master keeps up with what it is sent. */
export interface Flow {
  /** False while what was sent waits for the master: stop reading the source. */
  readonly isWritable: boolean;
  /** Announces each change of `isWritable`. */
  onWritableChanged(listener: (isWritable: boolean) => void): Teardown;
}

/** The master's end of one running command, as a protocol offers it. */
export interface CommandLink extends Flow {
  /** Takes updates in order; never waits and never throws. */
  sendUpdates(updates: readonly Update[]): void;
}

/**
 * A file on the master that takes an upload (`args.writer`). Several writes may be under way; they
 * arrive in order. A block belongs to the writer until its write has settled.
 *
 * Errors: each promise rejects with what the master answered, or with the loss of the connection; `utime`
 *         also with a MasterDefectError.
 */
export interface FileWriter {
  write(block: Uint8Array): Promise<void>;
  close(): Promise<void>;
  utime(accessTimeSeconds: number, modifiedTimeSeconds: number): Promise<void>;
  unpack(): Promise<void>;
}

/** A file on the master that is downloaded (`args.reader`). */
export interface FileReader {
  /** The next `length` bytes at most; empty at the end; null when the master cannot send any. */
  read(length: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}
