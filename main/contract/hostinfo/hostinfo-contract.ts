import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import { answers, call } from '../entries.ts';
import { line, workerId } from '../shapes.ts';

/** More than main writes: for what is too long main has a sentence. */
const text = z.string().max(2 * 1024 * 1024);

/** What to do with a link: change the file that other workers may share, or put a file in its place. */
const linkChoice = z.enum(['change-shared-file', 'replace-link']);
export type LinkChoice = z.infer<typeof linkChoice>;

const hostinfoEdit = z.strictObject({
  workerId,
  name: line,
  /** Undefined removes the file; of a link, the file it leads to stays. */
  text: text.or(z.undefined()),
  /** Undefined before the user was asked. */
  choice: linkChoice.or(z.undefined()),
});
export type HostinfoEdit = z.infer<typeof hostinfoEdit>;

const fillInOptions = z.strictObject({
  /** Whether addresses are written so that collectors of addresses do not read them. */
  isMunged: z.boolean(),
  /** Who looks after the machine; by default whom git knows as this user. */
  admin: text.exactOptional(),
});

/** The files under `info/`, which the master reads when the worker attaches. */
export const hostinfoContract = {
  /** Undefined when the worker was removed meanwhile. */
  load: call(workerId, answers<HostinfoView | undefined>()),
  /** Writes one file, or removes it where `text` is undefined. */
  save: call(hostinfoEdit, answers<Outcome<void, HostinfoSaveProblem>>()),
  /** Texts for `admin` and `host` from this machine; takes up to a few seconds. */
  fillIn: call(fillInOptions, answers<HostinfoSuggestion>()),
  /** Everything the master receives; undefined while the worker's directory cannot be used. */
  sent: call(workerId, answers<SentToMaster | undefined>()),
};

export interface HostinfoView {
  /** Absolute path of `info/`. */
  readonly infoDir: string;
  /** By name; `admin`, `host` and `access_uri` are left out where they do not exist. */
  readonly files: readonly HostinfoFile[];
  /** Sentences about files that no master receives. */
  readonly problems: readonly string[];
}

export interface HostinfoFile {
  /** A bare file name. */
  readonly name: string;
  readonly text: string;
  /** Where the file lies that this one is a link to; undefined for a file of its own. */
  readonly sharedPath: string | undefined;
}

export type HostinfoSaveProblem =
  /** The file is a link and there was no choice; nothing was written. */
  | { readonly kind: 'is-link'; readonly target: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface HostinfoSuggestion {
  /** Undefined where nobody is known. */
  readonly admin: string | undefined;
  readonly host: string;
}

/** What leaves this machine when the worker attaches. */
export interface SentToMaster {
  /** Name and value, in the order of the names. */
  readonly facts: readonly SentFact[];
  /** Environment variables, which builds see too. */
  readonly environment: readonly SentFact[];
  /** Names of variables that builds see and the master does not. */
  readonly onlyForBuilds: readonly string[];
  /** Names of variables that stay here because they look like secrets or open this session. */
  readonly withheld: readonly string[];
}

export interface SentFact {
  readonly name: string;
  readonly value: string;
}
