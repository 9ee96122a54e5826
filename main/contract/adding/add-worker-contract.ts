import type { Outcome } from '../../lib/outcome.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';
import { call } from '../entries.ts';
import type { PasswordPlace } from '../worker/worker-view.ts';
import type { WorkerId } from '../worker/workers-contract.ts';
import type { CheckId, CheckResult } from './checks.ts';

export const addWorkerContract = {
  /** Makes the directory, then connects. */
  add: call<WorkerDraft, Outcome<WorkerId, readonly FieldProblem[]>>(),
  /** Takes over a directory that `create-worker` or an older worker made. */
  openDirectory: call<DirectoryWish, Outcome<WorkerId, string>>(),
  /** What is in a directory, or in that of a file, before anything is done with it. */
  lookAt: call<string, Outcome<FoundDirectory, string>>(),
  /** What the text of a `buildbot.tac` says; nothing comes back that was not in the text. */
  readTac: call<string, Outcome<DraftSettings, string>>(),
  /** The user's choice in the system's dialog; undefined when dismissed. */
  chooseDirectory: call<void, string | undefined>(),
  /** The same for a file with certificates of authorities. */
  chooseAuthorities: call<void, string | undefined>(),
  /** What the form starts from. */
  suggestion: call<void, DraftSuggestion>(),
  /** Undefined once a later check of the same kind, or `stopChecks`, has made it outdated. */
  check: call<CheckWish, CheckResult | undefined>(),
  /** Nobody waits for the checks any more. */
  stopChecks: call<void, void>(),
};

/** A field of the form: a setting of `buildbot.tac`, or one of `buildtray.json`. */
export type DraftName = SettingName;

/** Settings as a person types them, spelled as in `buildbot.tac`; what is left out has its default. */
export type DraftSettings = { readonly [name in DraftName]?: string };

/** Whether the connection is encrypted. */
export function usesTls({ useTls, connectionString }: DraftSettings): boolean {
  return useTls === 'True' || /^(?:tls|ssl):/i.test(connectionString ?? '');
}

/** The form as filled in. */
export interface WorkerDraft {
  readonly settings: DraftSettings;
  readonly hostinfo: DraftHostinfo;
  /** Whether `buildbot.tac` still works when the directory is moved. */
  readonly isRelocatable: boolean;
}

/** The texts of the files under `info/`; an empty one is not written. */
export interface DraftHostinfo {
  readonly admin: string;
  readonly host: string;
  readonly accessUri: string;
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

export interface DirectoryWish {
  readonly path: string;
  /** Brings its `buildbot.tac` up to date first; the old one is kept beside it. */
  readonly upgrades: boolean;
  /** For one that does not say its own. */
  readonly password?: string;
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

export interface CheckWish {
  readonly id: CheckId;
  readonly settings: DraftSettings;
}
