import type { DraftHostinfo } from '../../main/contract/adding/add-worker-contract.ts';
import type { DraftName, DraftSettings } from '../../main/contract/adding/worker-draft.ts';
import type { FirstStartAction, FirstStartState } from './first-start.ts';

type Shown = 'settings' | 'hostinfo' | 'isRelocatable' | 'suggestion' | 'problems';

/** The form while it is filled in, as its fields see it. */
export interface Draft extends Pick<FirstStartState, Shown> {
  readonly change: (changes: DraftSettings) => void;
  readonly changeHostinfo: (changes: Partial<DraftHostinfo>) => void;
  readonly setRelocatable: (isRelocatable: boolean) => void;
  readonly problemWith: (field: DraftName) => string | undefined;
}

export function draftFrom(
  state: FirstStartState,
  dispatch: (action: FirstStartAction) => void,
): Draft {
  const { settings, hostinfo, isRelocatable, suggestion, problems } = state;
  return {
    settings,
    hostinfo,
    isRelocatable,
    suggestion,
    problems,
    change: (changes) => dispatch({ kind: 'settings-changed', changes }),
    changeHostinfo: (changes) => dispatch({ kind: 'hostinfo-changed', changes }),
    setRelocatable: (chosen) => dispatch({ kind: 'relocatable-changed', isRelocatable: chosen }),
    problemWith: (field) => problems.find((problem) => problem.field === field)?.sentence,
  };
}
