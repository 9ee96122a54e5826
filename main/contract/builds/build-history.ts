import type { CommandEnd, EndedProcesses } from './work-event.ts';

/**
 * How a build ended as far as its worker knows: the master alone knows the result of its steps.
 * `errors` means that a command failed, `lost` that the connection, the worker or the app went away.
 */
export const BUILD_OUTCOMES = ['running', 'ok', 'errors', 'interrupted', 'lost'] as const;
export type BuildOutcome = (typeof BUILD_OUTCOMES)[number];

/** A build that ran on this machine. Times are ms since 1970. */
export interface BuildSummary {
  readonly id: string;
  readonly builderName: string;
  readonly startedAt: number;
  /** When its last command ended; undefined while it runs. */
  readonly endedAt: number | undefined;
  readonly outcome: BuildOutcome;
  readonly commandCount: number;
  /** Commands that failed. */
  readonly failedCount: number;
  readonly outputBytes: number;
}

export interface BuildDetails extends BuildSummary {
  /** In the order in which they ran; the first ones where there were very many. */
  readonly commands: readonly CommandRecord[];
  /** What its commands left running, and was ended; undefined for none. */
  readonly leftovers?: EndedProcesses | undefined;
  /** What was ended with a command that had started it; undefined for nothing. */
  readonly endedWithCommands?: EndedProcesses | undefined;
}

export interface CommandRecord {
  readonly commandId: string;
  /** Its name on the wire, such as `shell`. */
  readonly name: string;
  /** What ran, with obfuscated words hidden; long ones are cut. */
  readonly summary: string;
  /** The words of a program that ran without a shell. */
  readonly argv: readonly string[] | undefined;
  /** Absolute; undefined for what runs no program. */
  readonly workdir: string | undefined;
  readonly startedAt: number;
  /** Undefined while it runs. */
  readonly durationMs: number | undefined;
  readonly outputBytes: number;
  /** Undefined while it runs. */
  readonly end: CommandEnd | undefined;
  /** Whether it failed. */
  readonly isFailure: boolean;
  /** Present where its output was kept, for as long as the user wants. */
  readonly isOutputKept?: true;
}

/** A part of the builds that a filter lets through, newest first. */
export interface BuildPage {
  readonly builds: readonly BuildSummary[];
  /** How many builds precede these. */
  readonly offset: number;
  /** How many builds the filter lets through in all. */
  readonly count: number;
  /** Every builder in the history, sorted. */
  readonly builderNames: readonly string[];
  /** How many builds are kept in all. */
  readonly kept: number;
}

/** How long a running build will take, going by those before it. */
export interface BuildEstimate {
  readonly totalMs: number;
  /** 0 for one that takes longer than usual. */
  readonly remainingMs: number;
  /** How many builds it goes by. */
  readonly builds: number;
}
