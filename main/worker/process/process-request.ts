import type { Urgency } from '../command.ts';
import type { LogFileWatcherOptions } from './log-file-watcher.ts';

/** A word of a command line: what runs, and what people may see of it. */
export interface CommandWord {
  readonly real: string;
  /** Differs from `real` where the master hides a password. */
  readonly shown: string;
}

/** What to run: words handed to the program as they are, or text for the shell. */
export type CommandLine =
  | { readonly kind: 'argv'; readonly words: readonly CommandWord[] }
  | { readonly kind: 'text'; readonly text: string };

/** A log file the master asked to watch. */
export interface LogFileRequest {
  readonly logName: string;
  /** As the master wrote it; relative to the workdir. */
  readonly filename: string;
  /** Sends only what is appended after the start. */
  readonly isFollowed: boolean;
}

/** The environment of a process: `env` of the master laid over the worker's own. */
export type EnvironmentChanges = Readonly<Record<string, unknown>>;

/** One process to run for a command; the fields left out keep the Python worker's defaults. */
export interface ProcessRequest {
  readonly commandLine: CommandLine;
  /** Absolute; made with its parents when missing. */
  readonly workdir: string;
  /** Where it runs in truth, as this process reaches it; nobody is shown this. Default `workdir`. */
  readonly realWorkdir?: string | undefined;
  /** Whether it is a program of the master's, to run where builds are enclosed. Default: the worker's own. */
  readonly isForeign?: boolean | undefined;
  readonly environment?: EnvironmentChanges | undefined;
  /** Written to standard input, which then closes. Without it standard input is empty. */
  readonly initialStdin?: string | undefined;
  /** False: read and dropped. Default true. */
  readonly wantStdout?: boolean | undefined;
  readonly wantStderr?: boolean | undefined;
  readonly logFiles?: readonly LogFileRequest[] | undefined;
  /** Where log files may be. Default: wherever links lead. */
  readonly logFilesWithin?: LogFileWatcherOptions['within'];
  /** `logfiles` as the header prints it: a Python dictionary. Default `{}`. */
  readonly logFilesShown?: string | undefined;
  /** Seconds without output after which it is ended. Default and 0: never. */
  readonly timeoutSeconds?: number | undefined;
  /** Seconds in all. Default and 0: any. */
  readonly maxTimeSeconds?: number | undefined;
  /** Lines of stdout and stderr that are allowed. Default: any number. */
  readonly maxLines?: number | undefined;
  /** Seconds between SIGTERM, which then comes first, and the interrupt signal. Default: no SIGTERM. */
  readonly sigtermTimeSeconds?: number | undefined;
  /** Name without SIG; KILL follows after 5 s. Default KILL at once. */
  readonly interruptSignal?: string | undefined;
  /** A terminal in place of pipes; never together with `initialStdin`, nor on Windows. Default false. */
  readonly usePty?: boolean | undefined;
  /** Prints the environment in the header. Default true. */
  readonly logEnvironment?: boolean | undefined;
  /** Sends `rc`, and the header that names a signal. Default true. */
  readonly sendRc?: boolean | undefined;
}

/** How a process ended. */
export interface ProcessEnd {
  /** Its exit code; -1 when a signal ended it. */
  readonly rc: number;
  /** Set when it could not be started or ended: the failure the command completes with. */
  readonly failed?: Error;
}

/** A process that was started for a command. */
export interface RunningProcess {
  /** Never rejects. Everything but `elapsed` has been given to the updates by then. */
  readonly done: Promise<ProcessEnd>;
  /**
   * Ends it with the header `command interrupted`; `at-once` by force, also after an earlier request.
   * Twice does no harm, nor after the end.
   */
  interrupt(why: string, urgency?: Urgency): void;
}
