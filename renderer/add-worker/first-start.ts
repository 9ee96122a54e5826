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
import type { Pasted } from './paste/read-paste.ts';

export type OldWorker = FoundDirectory & { readonly kind: 'worker' };

/** How an old directory is to be adopted. */
export type Adoption = Omit<DirectoryRequest, 'path'>;

/** What the last text gave. */
export interface PasteNote {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  readonly notTaken: readonly string[];
}

/** Everything that the page knows, checks apart. */
export interface FirstStartState extends WorkerDraft {
  readonly step: Step;
  readonly suggestion: DraftSuggestion | undefined;
  readonly problems: readonly FieldProblem[];
  readonly note: PasteNote | undefined;
  readonly oldWorker: OldWorker | undefined;
  /** The name and password that were typed to the end, as `loginOf` gives them. */
  readonly settledLogin: string | undefined;
  /** The next step was requested, and the checks of this one have not ended. */
  readonly isLeaving: boolean;
  /** The failed checks that the user was shown: the next request goes on in spite of them. */
  readonly seenFailure: string | undefined;
  /** Main makes or adopts a worker. */
  readonly isAdding: boolean;
}

export const FIRST_START: FirstStartState = {
  step: 'master',
  settings: {},
  hostinfo: { admin: '', host: '', accessUri: '' },
  isRelocatable: false,
  suggestion: undefined,
  problems: [],
  note: undefined,
  oldWorker: undefined,
  settledLogin: undefined,
  isLeaving: false,
  seenFailure: undefined,
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
  | { readonly kind: 'login-settled' }
  /** `settings` are those that count: main reads a `buildbot.tac` better than the form. */
  | { readonly kind: 'text-read'; readonly pasted: Pasted; readonly settings: DraftSettings }
  | {
      readonly kind: 'next-requested';
      /** What to report about a field that is empty. */
      readonly sentences: Readonly<Record<NeededName | 'basedir', string>>;
      /** What the master was found to speak. */
      readonly speaks: CheckResult | undefined;
    }
  /** The checks of this step have ended while the next one is requested. */
  | { readonly kind: 'checks-ended'; readonly failed: readonly CheckResult[] }
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
        hostinfo: { admin: admin || action.admin, host: host || action.host, accessUri },
      });
    }
    case 'settings-changed':
      return only(withSettings(state, action.changes));
    case 'hostinfo-changed':
      return only({ ...state, hostinfo: { ...state.hostinfo, ...action.changes } });
    case 'relocatable-changed':
      return only({ ...state, isRelocatable: action.isRelocatable });
    case 'login-settled':
      return only({ ...state, settledLogin: loginOf(state.settings) });
    case 'text-read':
      return afterText(state, action.pasted, action.settings);
    case 'next-requested':
      return afterNext(state, action);
    case 'checks-ended':
      return afterChecks({ ...state, isLeaving: false }, action.failed);
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

/** Another one means another login. */
export function loginOf({ workerName, password }: DraftSettings): string {
  return JSON.stringify([workerName, password]);
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

function afterText(state: FirstStartState, pasted: Pasted, settings: DraftSettings): Reduced {
  const { hostinfo, notTaken, switches } = pasted;
  const changed = withSettings(state, settings);
  const hasLogin = settings.password !== undefined && settings.password !== '';
  return {
    state: {
      ...changed,
      note: { settings, hostinfo, notTaken },
      hostinfo: { ...state.hostinfo, ...hostinfo },
      isRelocatable: state.isRelocatable || switches.isRelocatable,
      settledLogin: hasLogin ? loginOf(changed.settings) : state.settledLogin,
    },
    effects: switches.isMunged ? [{ kind: 'munge-admin', admin: hostinfo.admin }] : [],
  };
}

type NextRequested = Extract<FirstStartAction, { kind: 'next-requested' }>;

function afterNext(state: FirstStartState, { sentences, speaks }: NextRequested): Reduced {
  if (state.step === 'summary') {
    const { hostinfo, isRelocatable } = state;
    const settings = withProtocol(state.settings, speaks);
    const effects = [{ kind: 'add', draft: { settings, hostinfo, isRelocatable } }] as const;
    return { state: { ...state, isAdding: true }, effects };
  }
  const missing = missingIn(state).map((field) => ({ field, sentence: sentences[field] }));
  if (missing.length > 0) return withProblems(state, missing);
  return only({ ...state, isLeaving: true, settledLogin: loginOf(state.settings) });
}

function missingIn({ step, settings }: FirstStartState): readonly (NeededName | 'basedir')[] {
  if (step === 'master') return missingFrom(settings);
  return step === 'machine' && !settings.basedir?.trim() ? ['basedir'] : [];
}

function afterChecks(state: FirstStartState, failed: readonly CheckResult[]): Reduced {
  const failure = failureOf(state, failed);
  if (failed.length === 0 || state.seenFailure === failure) {
    return only({ ...state, step: state.step === 'master' ? 'machine' : 'summary' });
  }
  const field = failed.map(({ id }) => FIELD_OF[id]).find((name) => name !== undefined);
  return {
    state: { ...state, seenFailure: failure },
    effects: field === undefined ? [] : [{ kind: 'focus', field }],
  };
}

/** Another one means that the user has not seen it yet. */
function failureOf({ step, settings }: FirstStartState, failed: readonly CheckResult[]): string {
  return JSON.stringify([step, failed, settings]);
}
