import type { Problem } from '../../contract/problem.ts';
import {
  type TacRow,
  WORKER_SETTING_NAMES,
  type WorkerSettingName,
  workerSetting,
} from '../../worker-settings/settings-table.ts';
import type { TacAge } from './age-of-class.ts';
import type { TacEffect } from './effects/tac-effect.ts';
import type { Evaluation } from './python/binding.ts';
import type { TacLiteral } from './python/literal-from.ts';
import type { Span } from './python/span.ts';
import type { Surroundings } from './python/surroundings.ts';

/** What a `buildbot.tac` holds, taken from its text alone: nothing in the file is run. */
export interface TacReading {
  readonly tacPath: string;
  /** What the file found on the machine; undefined where it was read without one. */
  readonly surroundings: Surroundings | undefined;
  /** Files that it reads, and that the surroundings did not have. */
  readonly wantedFiles: readonly string[];
  /** The module the worker class comes from; undefined when no worker is created. */
  readonly age: TacAge | undefined;
  /** The name given to `service.Application(…)`: `buildbot-worker`, before 0.9 `buildslave`. */
  readonly applicationName: string | undefined;
  /** What is handed to the worker class, and the log's rotation; what the file leaves out is absent. */
  readonly settings: ReadonlyMap<TacSetting, TacEntry>;
  /** Whether the file rotates the log by itself (`create-worker` without `--no-logrotate`). */
  readonly hasLogBlock: boolean;
  /** The call of the worker class; undefined where it is not at the top level. */
  readonly call: Span | undefined;
  /** Where the call of the worker class takes another argument; undefined without a plain call. */
  readonly callEnd: CallEnd | undefined;
  /** The statement that makes the application; undefined where it is not one of its own. */
  readonly application: ApplicationPlace | undefined;
  /** What the file does besides naming settings, and Buildtray does not. */
  readonly effects: readonly TacEffect[];
  /** Why the file describes a worker that is not to run; undefined where it is. */
  readonly off: TacProblem | undefined;
  /** Why the file does not describe one worker. */
  readonly problems: readonly TacProblem[];
  /** What was left out of account. */
  readonly warnings: readonly Problem[];
}

/** A setting, or an argument of older workers, by the name of the variable that holds it. */
export type TacSetting = TacRow['tac']['variable'] | 'keepaliveTimeout' | 'usepty';
export const TAC_SETTINGS: readonly TacSetting[] = [
  ...WORKER_SETTING_NAMES.map(tacSettingOf),
  'keepaliveTimeout',
  'usepty',
];

export type TacValue =
  | { readonly kind: 'literal'; readonly value: TacLiteral; readonly span: Span }
  | {
      readonly kind: 'computed';
      /** The code in one short line; texts in it are left out where they may be secret. */
      readonly snippet: string;
      /** What it comes to, where that is known without running it. */
      readonly evaluation: Evaluation | undefined;
    };

/** A setting as the file holds it. */
export type TacEntry = TacValue & {
  /** Counted from 1. */
  readonly line: number;
  /** The expression in the call that takes the setting. */
  readonly argument: Span;
};

export interface CallEnd {
  readonly at: number;
  /** What must come before another argument there. */
  readonly separator: '' | ', ';
}

export interface ApplicationPlace {
  /** The variable that holds it. */
  readonly name: string;
  /** Where the statement ends. */
  readonly end: number;
  /** Whether `basedir` is known to the code after it. */
  readonly knowsBasedir: boolean;
}

/** Why a file cannot be used. `problem` names file, line, setting and how to fix it. */
export interface TacProblem {
  readonly kind:
    | 'unreadable'
    | 'no-worker'
    | 'several-workers'
    | 'conditional-worker'
    | 'either-worker'
    | 'off'
    | 'computed'
    | 'missing'
    | 'wrong-value'
    | 'password-missing';
  readonly setting?: TacSetting;
  readonly problem: Problem;
}

/** The variable that holds a setting. */
export function tacSettingOf(name: WorkerSettingName): TacSetting {
  // The rows' types are what `TacSetting` is made of.
  return workerSetting(name).tac.variable as TacSetting;
}
