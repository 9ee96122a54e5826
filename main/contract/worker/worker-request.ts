import type { PageName } from '../app/page-name.ts';

/** What the user asks of the app, by tray, window or desktop shortcut. */
export type Action = WorkerAction | AppAction;

/** What is asked of one of the workers. */
export type WorkerAction = WorkerWish & { readonly workerId: string };

export type WorkerWish =
  | { readonly kind: 'connect' }
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'pause'; readonly how: PauseLength }
  | { readonly kind: 'resume' }
  | { readonly kind: 'shut-down-gracefully' }
  /** Takes back a drain: the worker attaches anew, now or when no build runs. */
  | { readonly kind: 'cancel-drain'; readonly when: 'at-gap' | 'now' }
  | { readonly kind: 'stop-now' }
  /** Attaches anew, now or when no build runs, so that the master hears what it asks only then. */
  | { readonly kind: 'reconnect'; readonly when: 'at-gap' | 'now' }
  /** Ends the worker and makes it anew, for what it took hold of at its start. */
  | { readonly kind: 'restart'; readonly when: 'at-gap' | 'now' };

export type AppAction =
  /** At the page that was shown last, or at this one. */
  | { readonly kind: 'open-window'; readonly page?: PageName }
  | { readonly kind: 'cancel-rehearsal' }
  | { readonly kind: 'quit' };

export const PAUSE_LENGTHS = ['until-resumed', 'one-hour', 'until-tomorrow'] as const;
export type PauseLength = (typeof PAUSE_LENGTHS)[number];
