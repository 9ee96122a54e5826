import type {
  DirectoryRequest,
  DraftHostinfo,
  WorkerDraft,
} from '../../main/contract/adding/add-worker-contract.ts';
import type { CheckResult } from '../../main/contract/adding/checks.ts';
import type {
  DraftName,
  DraftSettings,
  DraftSuggestion,
  FieldProblem,
  FoundDirectory,
} from '../../main/contract/adding/worker-draft.ts';
import {
  FIELD_OF,
  missingFrom,
  type NeededName,
  STEPS,
  type Step,
  stepToFix,
  withProtocol,
} from './draft-form.ts';
import type { NotTaken } from './paste/command-line.ts';
import type { Pasted } from './paste/read-paste.ts';
import { strayIn, type Trust } from './secrets.ts';

export type OldWorker = FoundDirectory & { readonly kind: 'worker' };

/** How an old directory is to be adopted. */
export type Adoption = Omit<DirectoryRequest, 'path'>;

/** What is typed goes on with the next key; a link was opened elsewhere, perhaps by a web page. */
export type TextSource = 'typed' | 'pasted' | 'link';

/** What the last text gave. */
export interface PasteNote {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  readonly notTaken: readonly NotTaken[];
  readonly source: TextSource;
}

/** Everything that the page knows, checks apart. */
export interface FirstStartState extends WorkerDraft, Trust {
  readonly step: Step;
  readonly suggestion: DraftSuggestion | undefined;
  /** This machine, as far as it is known. */
  readonly machine: Pick<DraftHostinfo, 'admin' | 'host'>;
  readonly problems: readonly FieldProblem[];
  readonly note: PasteNote | undefined;
  /** What the last text replaced. */
  readonly beforeText: FirstStartState | undefined;
  readonly oldWorker: OldWorker | undefined;
  /** Going on was requested, and the checks of this step have not ended. */
  readonly isLeaving: boolean;
  /** The failed checks that the user was shown: the next request goes on in spite of them. */
  readonly seenFailure: string | undefined;
  /** What a link brought is only shown, until the user changes it or goes on. */
  readonly isUntried: boolean;
  /** Main makes or adopts a worker. */
  readonly isAdding: boolean;
}

export const FIRST_START: FirstStartState = {
  step: 'master',
  settings: {},
  hostinfo: { admin: '', host: '', accessUri: '' },
  isRelocatable: false,
  suggestion: undefined,
  machine: { admin: '', host: '' },
  problems: [],
  note: undefined,
  beforeText: undefined,
  oldWorker: undefined,
  origin: undefined,
  settled: {},
  isLeaving: false,
  seenFailure: undefined,
  isUntried: false,
  isAdding: false,
};

/** What happens on the page, or comes back from main. */
export type FirstStartAction =
  | { readonly kind: 'suggested'; readonly suggestion: DraftSuggestion }
  /** This machine was described; what was typed meanwhile counts. */
  | { readonly kind: 'described'; readonly admin: string; readonly host: string }
  | { readonly kind: 'settings-changed'; readonly changes: DraftSettings }
  | { readonly kind: 'hostinfo-changed'; readonly changes: Partial<DraftHostinfo> }
  | { readonly kind: 'relocatable-changed'; readonly isRelocatable: boolean }
  /** A field was left: what it has is no longer half of something. */
  | { readonly kind: 'form-settled' }
  /** `settings` are those that count: main reads a `buildbot.tac` better than the form. */
  | {
      readonly kind: 'text-read';
      readonly pasted: Pasted;
      readonly settings: DraftSettings;
      readonly source: TextSource;
    }
  /** The form gets back what the last text replaced. */
  | { readonly kind: 'text-undone' }
  /** The last text completes what was there before it. */
  | { readonly kind: 'text-joined' }
  /** The user wants the secrets of the text to be given to the host of the form. */
  | { readonly kind: 'secrets-released' }
  | {
      readonly kind: 'next-requested';
      /** What to report about a field that is empty. */
      readonly sentences: Readonly<Record<NeededName | 'basedir', string>>;
    }
  /** The checks of this step have ended while going on is requested. */
  | {
      readonly kind: 'checks-ended';
      readonly failed: readonly CheckResult[];
      /** What the master was found to speak. */
      readonly speaks: CheckResult | undefined;
    }
  | { readonly kind: 'step-chosen'; readonly step: Step }
  | { readonly kind: 'directory-found'; readonly found: FoundDirectory }
  | { readonly kind: 'adoption-requested'; readonly adoption: Adoption }
  | { readonly kind: 'old-worker-left' }
  | { readonly kind: 'added'; readonly workerId: string }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  /** Something failed that belongs to no field and moves nobody. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** What has to be done outside the state. */
export type FirstStartEffect =
  | { readonly kind: 'add'; readonly draft: WorkerDraft }
  | { readonly kind: 'adopt'; readonly path: string; readonly adoption: Adoption }
  | { readonly kind: 'munge-admin'; readonly admin: string | undefined }
  | { readonly kind: 'focus'; readonly field: DraftName }
  | { readonly kind: 'show-worker'; readonly workerId: string };

export interface Reduced {
  readonly state: FirstStartState;
  readonly effects: readonly FirstStartEffect[];
}

/** The state after an action, and what has to be done then. */
export function reduce(state: FirstStartState, action: FirstStartAction): Reduced {
  switch (action.kind) {
    case 'suggested': {
      const { suggestion } = action;
      const { port, basedir } = suggestion;
      return only({ ...state, suggestion, settings: { port, basedir, ...state.settings } });
    }
    case 'described': {
      const { admin, host, accessUri } = state.hostinfo;
      return only({
        ...state,
        machine: { admin: action.admin, host: action.host },
        hostinfo: { admin: admin || action.admin, host: host || action.host, accessUri },
      });
    }
    case 'settings-changed':
      return only({ ...withSettings(state, action.changes), isUntried: false });
    case 'hostinfo-changed':
      return only({ ...state, hostinfo: { ...state.hostinfo, ...action.changes } });
    case 'relocatable-changed':
      return only({ ...state, isRelocatable: action.isRelocatable });
    case 'form-settled':
      return only({ ...state, settled: state.settings });
    case 'text-read':
      return afterText(state, action);
    case 'text-undone':
      return only(state.beforeText ? again(state.beforeText, state) : state);
    case 'text-joined':
      return only(joined(state));
    case 'secrets-released':
      return only({ ...state, origin: state.settings, settled: state.settings });
    case 'next-requested':
      return afterNext(state, action);
    case 'checks-ended':
      return afterChecks({ ...state, isLeaving: false }, action);
    case 'step-chosen':
      return only({ ...state, step: action.step, isLeaving: false });
    case 'directory-found':
      return action.found.kind === 'worker'
        ? only({ ...state, oldWorker: action.found })
        : only(withSettings(state, { basedir: action.found.path }));
    case 'adoption-requested': {
      const { oldWorker } = state;
      if (oldWorker === undefined) return only(state);
      const { adoption } = action;
      const effects = [{ kind: 'adopt', path: oldWorker.path, adoption }] as const;
      return { state: { ...state, isAdding: true }, effects };
    }
    case 'old-worker-left':
      return only({ ...state, oldWorker: undefined, problems: [] });
    case 'added': {
      const { workerId } = action;
      return { state: { ...state, isAdding: false }, effects: [{ kind: 'show-worker', workerId }] };
    }
    case 'refused':
      return withProblems({ ...state, isAdding: false }, action.problems);
    case 'failed': {
      const problems = [{ field: undefined, sentence: action.sentence }];
      return only({ ...state, isAdding: false, problems });
    }
  }
}

/** The step before this one; the first has none, and stays. */
export function stepBefore(step: Step): Step {
  return STEPS[STEPS.indexOf(step) - 1] ?? 'master';
}

/** Whether checks have failed that the user was shown and has not passed yet. */
export function isStopped(state: FirstStartState, failed: readonly CheckResult[]): boolean {
  return failed.length > 0 && state.seenFailure === failureOf(state, failed);
}

/** Whether a text held anything for the form. */
export function foundAnything({
  settings,
  hostinfo,
}: Pick<PasteNote, 'settings' | 'hostinfo'>): boolean {
  return Object.keys(settings).length > 0 || Object.keys(hostinfo).length > 0;
}

/** Whether the last text has replaced what somebody had filled in. */
export function hasReplaced({ beforeText }: FirstStartState): boolean {
  const { host, workerName, password, connectionString } = beforeText?.settings ?? {};
  return Boolean(host || workerName || password || connectionString);
}

/** Whether the form lacks something that was there before the last text replaced it. */
export function canJoin({ settings, beforeText }: FirstStartState): boolean {
  if (!beforeText) return false;
  const before = missingFrom(beforeText.settings);
  return missingFrom(settings).some((name) => !before.includes(name));
}

function only(state: FirstStartState): Reduced {
  return { state, effects: [] };
}

/** A problem is over once its field has changed; one of the whole once any has. */
function withSettings(state: FirstStartState, changes: DraftSettings): FirstStartState {
  const problems = state.problems.filter(({ field }) => field && !(field in changes));
  return { ...state, problems, settings: { ...state.settings, ...changes } };
}

/** Goes to the first step with a problem, and to its field. */
function withProblems(state: FirstStartState, problems: readonly FieldProblem[]): Reduced {
  const field = problems.find((problem) => problem.field !== undefined)?.field;
  return {
    state: { ...state, problems, step: stepToFix(problems) },
    effects: field === undefined ? [] : [{ kind: 'focus', field }],
  };
}

type TextRead = Extract<FirstStartAction, { kind: 'text-read' }>;

/** A text begins from nothing: of two projects, one's password must not meet the other's host. */
function afterText(state: FirstStartState, { pasted, settings, source }: TextRead): Reduced {
  const { hostinfo, notTaken, switches } = pasted;
  const note = { settings, hostinfo, notTaken, source };
  if (!foundAnything(note)) return only({ ...state, note });
  const isContinued = source === 'typed' && state.note?.source === 'typed';
  const began = { ...suggestedSettings(state), ...settings };
  return {
    state: {
      ...state,
      note,
      beforeText: isContinued ? state.beforeText : state,
      problems: [],
      settings: began,
      hostinfo: { ...state.machine, accessUri: '', ...hostinfo },
      isRelocatable: switches.isRelocatable,
      origin: settings,
      // What is being typed is settled when its field is left.
      settled: source === 'pasted' ? began : state.settled,
      isUntried: source === 'link',
      step: 'master',
      oldWorker: undefined,
      isLeaving: false,
    },
    effects: switches.isMunged ? [{ kind: 'munge-admin', admin: hostinfo.admin }] : [],
  };
}

function suggestedSettings({ suggestion }: FirstStartState): DraftSettings {
  return suggestion ? { port: suggestion.port, basedir: suggestion.basedir } : {};
}

/** A state from before, with what has become known of this machine since. */
function again(before: FirstStartState, now: FirstStartState): FirstStartState {
  const { suggestion, machine } = now;
  const settings = { ...suggestedSettings(now), ...before.settings };
  const { admin, host, accessUri } = before.hostinfo;
  const hostinfo = { admin: admin || machine.admin, host: host || machine.host, accessUri };
  return { ...before, suggestion, machine, settings, hostinfo };
}

function joined(state: FirstStartState): FirstStartState {
  const { note, beforeText } = state;
  if (!note || !beforeText) return state;
  const suggested = suggestedSettings(state);
  const own = Object.entries(state.settings).filter(
    ([name, text]) => text !== '' && text !== suggested[name as DraftName],
  );
  const settings = { ...beforeText.settings, ...note.settings, ...Object.fromEntries(own) };
  const hostinfo = { ...beforeText.hostinfo, ...note.hostinfo };
  const isRelocatable = state.isRelocatable || beforeText.isRelocatable;
  // That they belong together is the user's word.
  return {
    ...state,
    settings,
    hostinfo,
    isRelocatable,
    origin: settings,
    settled: settings,
    isUntried: false,
  };
}

type NextRequested = Extract<FirstStartAction, { kind: 'next-requested' }>;
type ChecksEnded = Extract<FirstStartAction, { kind: 'checks-ended' }>;

function afterNext(state: FirstStartState, { sentences }: NextRequested): Reduced {
  if (strayIn(state.settings, state)) {
    const effects = [{ kind: 'focus', field: 'password' }] as const;
    return { state: { ...state, step: 'master' }, effects };
  }
  const missing = missingIn(state).map((field) => ({ field, sentence: sentences[field] }));
  if (missing.length > 0) return withProblems(state, missing);
  return only({ ...state, isLeaving: true, isUntried: false, settled: state.settings });
}

function missingIn({ step, settings }: FirstStartState): readonly (NeededName | 'basedir')[] {
  if (step === 'master') return missingFrom(settings);
  return settings.basedir?.trim() ? [] : ['basedir'];
}

function afterChecks(state: FirstStartState, { failed, speaks }: ChecksEnded): Reduced {
  const failure = failureOf(state, failed);
  if (failed.length === 0 || state.seenFailure === failure) {
    return state.step === 'master' ? only({ ...state, step: 'machine' }) : adding(state, speaks);
  }
  const field = failed.map(({ id }) => FIELD_OF[id]).find((name) => name !== undefined);
  return {
    state: { ...state, seenFailure: failure },
    effects: field === undefined ? [] : [{ kind: 'focus', field }],
  };
}

function adding(state: FirstStartState, speaks: CheckResult | undefined): Reduced {
  const { hostinfo, isRelocatable } = state;
  const settings = withProtocol(state.settings, speaks);
  const effects = [{ kind: 'add', draft: { settings, hostinfo, isRelocatable } }] as const;
  return { state: { ...state, isAdding: true }, effects };
}

/** Another one means that the user has not seen it yet. */
function failureOf({ step, settings }: FirstStartState, failed: readonly CheckResult[]): string {
  return JSON.stringify([step, failed, settings]);
}
