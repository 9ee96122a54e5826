import type { Outcome } from '../lib/outcome.ts';
import type { ChangeEffect, SettingValue } from '../worker-settings/setting-row.ts';
import type { ExtraName, WorkerSettingName } from '../worker-settings/settings-table.ts';
import { call } from './entries.ts';
import type { SettingsView } from './settings-view.ts';
import type { PasswordPlace } from './worker/worker-view.ts';
import type { WorkerId } from './worker/workers-contract.ts';

/** The settings of one worker, as `buildbot.tac` and `buildtray.json` hold them. */
export const settingsContract = {
  /** Errors: the sentence why the file cannot be read. */
  load: call<WorkerId, Outcome<SettingsPage, string>>(),
  /** The `buildbot.tac` that saving would write, secrets left out; undefined when it would be refused. */
  preview: call<SettingsWish, string | undefined>(),
  /** Writes all of the changes or none, and has the worker follow them. */
  save: call<SettingsSave, Outcome<SettingsSaved, SettingsSaveProblem>>(),
};

export interface SettingsPage extends SettingsView {
  readonly extras: ExtrasView;
  /** Another one when a file has changed. */
  readonly version: string;
  readonly passwordPlace: PasswordPlace;
  /** What the worker needs until it follows all that was saved. */
  readonly waitsFor: ChangeEffect;
}

/** Null: not set. */
export interface ExtrasView {
  readonly tlsPin: string | null;
  readonly tlsAuthorities: string | null;
  readonly proxyUser: string | null;
  /** It never leaves main. */
  readonly hasProxyPassword: boolean;
}

/** Null takes a setting away. */
export type ExtrasChanges = Readonly<Partial<Record<ExtraName, string | null>>>;

export interface SettingsWish {
  readonly workerId: WorkerId;
  readonly settings: Readonly<Partial<Record<WorkerSettingName, SettingValue>>>;
  readonly extras: ExtrasChanges;
}

export interface SettingsSave extends SettingsWish {
  /** That of the page in which the changes were made. */
  readonly version: string;
}

export interface SettingsSaved {
  readonly effect: ChangeEffect;
  /** Why the worker does not follow what was saved; undefined when it does, or will. */
  readonly problem: string | undefined;
}

export type SettingsSaveProblem =
  /** A file was changed by somebody else since it was read; nothing was written. */
  | { readonly kind: 'changed-meanwhile' }
  /** `name` is undefined where no single setting is to blame. */
  | {
      readonly kind: 'refused';
      readonly name: WorkerSettingName | ExtraName | undefined;
      readonly sentence: string;
    };
