/**
 * What a worker reports of its work, for whoever keeps it. Times are ms since 1970. Words that the
 * master hides are hidden here too, and nothing of an environment is reported.
 */
export type WorkEvent =
  | {
      readonly kind: 'build-started';
      readonly builderName: string;
      readonly at: number;
      /** False where a command came without a word about a build. */
      readonly isAnnounced: boolean;
    }
  | {
      readonly kind: 'command-started';
      readonly builderName: string;
      readonly at: number;
      readonly command: StartedCommand;
    }
  | {
      readonly kind: 'command-ended';
      readonly builderName: string;
      readonly at: number;
      readonly commandId: string;
      readonly durationMs: number;
      /** Of what it printed, log files included. */
      readonly outputBytes: number;
      readonly end: CommandEnd;
    }
  /** Processes that commands of the last build had started; before the next one is announced. */
  | {
      readonly kind: 'processes-ended';
      readonly builderName: string;
      readonly at: number;
      readonly processes: EndedProcesses;
      readonly endsWith: EndsWith;
    }
  /** `at` is when the last command ended: that no other follows is known only later. */
  | { readonly kind: 'build-ended'; readonly builderName: string; readonly at: number };

/** When processes were due that a command had started: what it left running with the build, the rest with it. */
export type EndsWith = 'build' | 'command';

/** Processes that were ended with a build or a command. */
export interface EndedProcesses {
  /** Each once, the first ones of very many; a pid where the system has no name. */
  readonly names: readonly string[];
  readonly count: number;
}

export interface StartedCommand {
  readonly commandId: string;
  /** Its name on the wire, such as `shell`. */
  readonly name: string;
  readonly summary: string;
  /** The words of a program that runs without a shell. */
  readonly argv: readonly string[] | undefined;
  /** Absolute; undefined for what runs no program. */
  readonly workdir: string | undefined;
}

/** How a command ended. */
export type CommandEnd =
  /** `rc` is undefined for a command that has none; `reason` is the master's word for a limit it broke. */
  | { readonly kind: 'exited'; readonly rc: number | undefined; readonly reason?: string }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'interrupted' }
  /** The connection was lost, or the worker left. */
  | { readonly kind: 'dropped' };
