import type { Outcome } from '../../lib/outcome.ts';
import { call, event } from '../entries.ts';
import type { Action } from '../worker/worker-request.ts';
import type { WorkerStatus } from '../worker/worker-status.ts';
import type { WorkerView } from '../worker/worker-view.ts';
import type { PageName } from './page-name.ts';
import type { Language, Preferences } from './preferences.ts';

export const appContract = {
  /** What a window shows first; `changed` tells the rest. */
  snapshot: call<void, AppView>(),
  changed: event<AppView>(),
  /** The same actions as in the tray. */
  perform: call<Action, Outcome<void, string>>(),
  /** Something outside the window asks for one of its pages. */
  pageWanted: event<PageName>(),
  /** Tells main what is looked at, so that a window that is made anew begins there. */
  pageShown: call<ShownPage, void>(),
};

export interface ShownPage {
  readonly page: PageName;
  /** The worker that was chosen; undefined while there is none. */
  readonly workerId: string | undefined;
}

/** All that a window shows besides what pages ask for themselves. */
export interface AppView {
  readonly version: string;
  /** The version of an Electron that is meant for development only; undefined for others. */
  readonly developmentRuntime: string | undefined;
  /** The language that the preferences and the system come to. */
  readonly language: Language;
  readonly preferences: Preferences;
  /** Says once that this desktop shows no tray icons; false once it was read. */
  readonly showsTrayNotice: boolean;
  /** In the user's order; none before the first worker was added. */
  readonly workers: readonly WorkerView[];
  /** What a rehearsal's own worker does; undefined while there is none. */
  readonly rehearsal: RehearsingWorker | undefined;
}

export interface RehearsingWorker {
  readonly status: WorkerStatus;
  readonly sentence: string;
}
