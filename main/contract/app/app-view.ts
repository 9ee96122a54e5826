import type { Language } from '../language.ts';
import type { Preferences } from '../preferences-contract.ts';
import type { WorkerStatus } from '../worker/worker-status.ts';
import type { WorkerView } from '../worker/worker-view.ts';
import type { ShownQuestion } from './question.ts';

/** All that a window shows besides what pages ask for themselves. */
export interface AppView {
  readonly version: string;
  /** The version of an Electron that is meant for development only; undefined for others. */
  readonly developmentRuntime: string | undefined;
  /** The language that the preferences and the system come to. */
  readonly language: Language;
  readonly preferences: Preferences;
  /** Whether the desktop shows the app's icon. */
  readonly hasTray: boolean;
  /** Whether to report that this desktop shows no tray icons; false once it was read. */
  readonly showsTrayNotice: boolean;
  /** In the user's order; none before the first worker was added. */
  readonly workers: readonly WorkerView[];
  /** What the user is asked now; undefined for nothing. */
  readonly question?: ShownQuestion | undefined;
  /** What a rehearsal's own worker does; undefined while there is none. */
  readonly rehearsal: RehearsingWorker | undefined;
}

export interface RehearsingWorker {
  readonly status: WorkerStatus;
  readonly sentence: string;
}
