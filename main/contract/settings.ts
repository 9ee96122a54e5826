import type { ChangeEffect } from '../worker-settings/setting-row.ts';
import type { ExtraName, ExtraRow, WorkerSettingName } from '../worker-settings/settings-table.ts';
import type { SettingsView } from './settings-view.ts';
import type { PasswordPlace } from './worker/worker-view.ts';

export interface SettingsPage extends SettingsView {
  readonly extras: ExtrasView;
  /** Another one when a file has changed. */
  readonly version: string;
  readonly passwordPlace: PasswordPlace;
  /** What the worker needs until it follows all that was saved. */
  readonly waitsFor: ChangeEffect;
}

/** A text is null where it is not set; of a secret, which never leaves main, only whether it is set. */
export type ExtrasView = {
  readonly [R in ExtraRow as R['name']]: R extends { readonly kind: 'secret' }
    ? boolean
    : string | null;
};

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
