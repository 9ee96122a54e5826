import type { Outcome } from '../../lib/outcome.ts';
import { call } from '../entries.ts';
import type { WorkerId } from '../worker/workers-contract.ts';

/** The files under `info/`, which the master reads when the worker attaches. */
export const hostinfoContract = {
  /** Undefined when the worker was removed meanwhile. */
  load: call<WorkerId, HostinfoView | undefined>(),
  /** Writes one file, or removes it where `text` is undefined. */
  save: call<HostinfoEdit, Outcome<void, HostinfoSaveProblem>>(),
  /** Texts for `admin` and `host` from this machine; takes up to a few seconds. */
  fillIn: call<HostinfoWish, HostinfoSuggestion>(),
  /** Everything the master is told; undefined while the worker's directory cannot be used. */
  told: call<WorkerId, ToldToMaster | undefined>(),
};

export interface HostinfoView {
  /** Absolute path of `info/`. */
  readonly infoDir: string;
  /** By name; `admin`, `host` and `access_uri` are left out where they do not exist. */
  readonly files: readonly HostinfoFile[];
  /** Sentences about files that no master is told of. */
  readonly problems: readonly string[];
}

export interface HostinfoFile {
  /** A bare file name. */
  readonly name: string;
  readonly text: string;
  /** Where the file lies that this one is a link to; undefined for a file of its own. */
  readonly sharedPath: string | undefined;
}

export const LINK_CHOICES = ['change-shared-file', 'replace-link'] as const;
/** What to do with a link: change the file that other workers may share, or put a file in its place. */
export type LinkChoice = (typeof LINK_CHOICES)[number];

export interface HostinfoEdit {
  readonly workerId: WorkerId;
  readonly name: string;
  /** Undefined removes the file; of a link, the file it leads to stays. */
  readonly text: string | undefined;
  /** Undefined where none was asked for yet. */
  readonly choice: LinkChoice | undefined;
}

export type HostinfoSaveProblem =
  /** The file is a link and there was no choice; nothing was written. */
  | { readonly kind: 'is-link'; readonly target: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface HostinfoWish {
  /** Whether addresses are written so that collectors of addresses do not read them. */
  readonly isMunged: boolean;
  /** Who looks after the machine; by default whom git knows as this user. */
  readonly admin?: string;
}

export interface HostinfoSuggestion {
  readonly admin: string;
  readonly host: string;
}

/** What leaves this machine when the worker attaches. */
export interface ToldToMaster {
  /** Name and value, in the order of the names. */
  readonly facts: readonly Told[];
  /** Environment variables, which builds see too. */
  readonly environment: readonly Told[];
  /** Names of variables that stay here because they look like secrets or open this session. */
  readonly withheld: readonly string[];
}

export interface Told {
  readonly name: string;
  readonly value: string;
}
