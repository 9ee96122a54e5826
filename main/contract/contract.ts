import type { LogLevel } from '../lib/logger.ts';
import type { Outcome } from '../lib/outcome.ts';
import type { CommandOutput, WorkerStatus } from './worker-status.ts';

/** A question of a window, answered by main. */
export interface Call<Argument, Result> {
  readonly direction: 'call';
  /** For the compiler alone. */
  readonly types?: (argument: Argument) => Result;
}

/** An announcement of main to every window. */
export interface Event<Payload> {
  readonly direction: 'event';
  /** For the compiler alone. */
  readonly types?: (payload: Payload) => void;
}

const call = <Argument, Result>(): Call<Argument, Result> => ({ direction: 'call' });
const event = <Payload>(): Event<Payload> => ({ direction: 'event' });

/** Everything that crosses between main and the windows; both ends derive their types from it. */
export const contract = {
  app: {
    /** What a window shows first; `changed` tells the rest. */
    snapshot: call<void, AppView>(),
    changed: event<AppView>(),
    /** The same actions as in the tray. */
    perform: call<Action, Outcome<void, string>>(),
  },
  output: {
    /** The last output of the commands that run now, oldest first, at most 256 KiB of text. */
    recent: call<void, readonly CommandOutput[]>(),
    printed: event<readonly CommandOutput[]>(),
  },
  log: {
    /** The worker's last log lines, oldest first. */
    recent: call<void, readonly LogLine[]>(),
    written: event<readonly LogLine[]>(),
  },
  firstStart: {
    /** Makes or takes over the directory, then connects. */
    addWorker: call<WorkerDraft, Outcome<void, readonly FieldProblem[]>>(),
    /** Takes over a directory that `create-worker` or an older worker made. */
    openDirectory: call<string, Outcome<void, string>>(),
    /** The user's choice in the system's dialog; undefined when dismissed. */
    chooseDirectory: call<void, string | undefined>(),
    /** What the form starts from. */
    suggestion: call<void, DraftSuggestion>(),
  },
} as const;

/** What the user asks of the worker or the app, by tray, window or desktop shortcut. */
export type Action =
  | { readonly kind: 'connect' }
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'pause'; readonly how: PauseLength }
  | { readonly kind: 'resume' }
  | { readonly kind: 'shut-down-gracefully' }
  /** Takes back a drain: the worker attaches anew, now or when no build runs. */
  | { readonly kind: 'cancel-drain'; readonly when: 'at-gap' | 'now' }
  | { readonly kind: 'stop-now' }
  | { readonly kind: 'open-window' }
  | { readonly kind: 'quit' };

export const PAUSE_LENGTHS = ['until-resumed', 'one-hour', 'until-tomorrow'] as const;
export type PauseLength = (typeof PAUSE_LENGTHS)[number];

/** All that a window shows besides output and log lines. */
export interface AppView {
  readonly version: string;
  /** Set when an Electron runs us that is meant for development only. */
  readonly developmentRuntime: string | undefined;
  /** Undefined before the first worker was added. */
  readonly worker: WorkerView | undefined;
}

export interface WorkerView {
  readonly workerName: string;
  /** Such as `ci.example.org:9989`. */
  readonly master: string;
  readonly basedir: string;
  readonly status: WorkerStatus;
  /** The same words as in the tray's tooltip and first row. */
  readonly sentence: string;
  /** When the master was last heard, in ms since 1970; undefined while not attached. */
  readonly lastHeardAt: number | undefined;
  readonly passwordPlace: PasswordPlace;
}

/** Where the password is kept: it never travels to a window itself. */
export type PasswordPlace =
  | { readonly kind: 'keyring'; readonly name: string }
  /** `why` tells why not in a keyring; undefined when the directory came with its password. */
  | { readonly kind: 'file'; readonly path: string; readonly why: string | undefined };

export interface LogLine {
  /** Ms since 1970; undefined for a line that carries no time. */
  readonly at: number | undefined;
  readonly level: LogLevel;
  readonly subject: string;
  readonly message: string;
}

/** The first-start form as filled in. */
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
