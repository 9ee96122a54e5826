import type { Outcome } from '../lib/outcome.ts';
import { call } from './entries.ts';
import type { PasswordPlace } from './worker-view.ts';
import type { WorkerId } from './workers.ts';

export const addWorkerContract = {
  /** Makes or takes over the directory, then connects. */
  add: call<WorkerDraft, Outcome<WorkerId, readonly FieldProblem[]>>(),
  /** Takes over a directory that `create-worker` or an older worker made. */
  openDirectory: call<string, Outcome<WorkerId, string>>(),
  /** The user's choice in the system's dialog; undefined when dismissed. */
  chooseDirectory: call<void, string | undefined>(),
  /** What the form starts from. */
  suggestion: call<void, DraftSuggestion>(),
};

/** The form as filled in. */
export interface WorkerDraft {
  /** A host name or address. */
  readonly host: string;
  readonly port: number;
  readonly workerName: string;
  readonly password: string;
  readonly basedir: string;
}

export type DraftSuggestion = Pick<WorkerDraft, 'port' | 'basedir'> & {
  /** Where the password would be kept. */
  readonly passwordPlace: PasswordPlace;
};

/** What is wrong with one field; `field` undefined means the whole. */
export interface FieldProblem {
  readonly field: keyof WorkerDraft | undefined;
  readonly sentence: string;
}
