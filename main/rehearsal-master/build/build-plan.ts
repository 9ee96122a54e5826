import type { JellyValue } from '../../spread/jelly/jelly-value.ts';
import type { FailureRules } from './results.ts';

/** A build as data: what a master's configuration would say. */
export interface BuildPlan {
  readonly builderName: string;
  readonly steps: readonly StepPlan[];
}

export interface StepPlan extends FailureRules {
  readonly name: string;
  /** Run one after the other; the first that fails ends the step. */
  readonly commands: readonly CommandPlan[];
  /** Run when one of `commands` has failed; how these end is then the step's result. */
  readonly otherwise?: readonly CommandPlan[];
  /** Runs though an earlier step has halted the build. Default false. */
  readonly alwaysRun?: boolean;
}

/** One command of a worker. Names of files are relative to the workdir, which is `build`. */
export type CommandPlan =
  | {
      readonly kind: 'shell';
      /** Text for the shell, or words for the program itself. */
      readonly command: string | readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      /** Seconds without output after which the worker ends it. Default 1200, as Buildbot's. */
      readonly timeoutSeconds?: number;
      /** Files to be watched, by the names of their logs. */
      readonly logFiles?: Readonly<Record<string, string>>;
    }
  /** Directories are relative to the builder's own. */
  | { readonly kind: 'mkdir' | 'rmdir'; readonly dir: string }
  | { readonly kind: 'stat'; readonly file: string }
  | {
      readonly kind: 'downloadFile';
      readonly to: string;
      readonly content: Uint8Array;
      /** Permissions of the new file. Default: the worker's. */
      readonly mode?: number;
    }
  /** What arrives is in the step's record. */
  | { readonly kind: 'uploadFile'; readonly from: string; readonly maxBytes?: number }
  /** Any other, in the words of the wire. */
  | {
      readonly kind: 'other';
      readonly name: string;
      readonly args: Readonly<Record<string, JellyValue>>;
    };

export const WORKDIR = 'build';
