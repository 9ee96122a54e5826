import type { SettingName } from '../../worker-settings/settings-table.ts';
import type { WayToMaster } from '../../worker-settings/way-to-master.ts';
import type { PasswordPlace } from '../worker/worker-view.ts';

/** A field of the form: a setting of `buildbot.tac`, or one of `buildtray.json`. */
export type DraftName = SettingName;

/** Settings as a person types them, spelled as in `buildbot.tac`; what is left out has its default. */
export type DraftSettings = { readonly [name in DraftName]?: string };

/** The way to the master, as the form has it. */
export function wayFromDraft(draft: DraftSettings): WayToMaster {
  const { useTls, connectionString, proxyConnectionString } = draft;
  return { useTls: useTls === 'True', connectionString, proxyConnectionString };
}

export interface DraftSuggestion {
  readonly port: string;
  readonly basedir: string;
  /** Where the password would be kept. */
  readonly passwordPlace: PasswordPlace;
}

/** What is wrong with one field; `field` undefined means the whole. */
export interface FieldProblem {
  readonly field: DraftName | undefined;
  readonly sentence: string;
}

export type FoundDirectory =
  | { readonly kind: 'empty'; readonly path: string }
  | {
      readonly kind: 'worker';
      readonly path: string;
      /** Undefined where code computes it. */
      readonly workerName: string | undefined;
      /** What an upgrade would change; empty when there is nothing to do, or it cannot be done. */
      readonly upgrade: readonly string[];
      /** Why it cannot be upgraded, though it can run; undefined otherwise. */
      readonly whyNoUpgrade: string | undefined;
      /** Why it cannot run as it is; undefined when it can, or needs nothing but a password. */
      readonly problem: string | undefined;
      /** Where a password would be kept that has to be given; undefined when none has. */
      readonly passwordPlace: PasswordPlace | undefined;
    };
