import type { SettingFault } from '../worker-settings/setting-fault.ts';
import type { ChangeEffect, SettingValue } from '../worker-settings/setting-row.ts';
import type { WorkerSettingName } from '../worker-settings/settings-table.ts';
import type { Problem } from './problem.ts';

/** What a worker's directory holds about one setting. */
export type SettingView =
  | {
      readonly kind: 'set';
      readonly name: WorkerSettingName;
      readonly value: SettingValue;
      /** The line of `buildbot.tac`, counted from 1; so are the others. */
      readonly line: number;
    }
  /** The file does not have it. */
  | { readonly kind: 'default'; readonly name: WorkerSettingName; readonly value: SettingValue }
  /** The password never leaves main. */
  | { readonly kind: 'secret'; readonly name: WorkerSettingName; readonly isSet: boolean }
  /** Code computes it, which Buildtray keeps and does not run; of a small part of Python it knows the value. */
  | {
      readonly kind: 'computed';
      readonly name: WorkerSettingName;
      readonly line: number;
      /** The code in one short line, texts that may be secret left out. */
      readonly code: string;
      /** What it comes to here, where that is known and no secret. */
      readonly comesTo?: { readonly value: SettingValue; readonly from: readonly string[] };
      readonly problem: Problem;
    }
  /** A value that the setting cannot have; it can be changed. */
  | {
      readonly kind: 'unusable';
      readonly name: WorkerSettingName;
      readonly line: number;
      readonly fault: SettingFault;
    };

/** What a settings page shows of a worker's directory. */
export interface SettingsView {
  readonly tacPath: string;
  /** In the order of the table of settings. */
  readonly settings: readonly SettingView[];
  /** The whole `buildbot.tac`, secrets left out. */
  readonly tacText: string;
  /** Sentences about what keeps the worker from running with the file as it is. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export interface SettingsChange {
  /** What differs now, in the order of the table of settings. */
  readonly changed: readonly WorkerSettingName[];
  readonly effect: ChangeEffect;
}
