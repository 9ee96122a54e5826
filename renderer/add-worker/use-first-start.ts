import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { CheckResult } from '../../main/contract/adding/checks.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { focusField } from '../components/fields/focus-field.ts';
import { type Draft, draftFrom } from './draft.ts';
import { MACHINE_CHECKS, type Step, WAY_CHECKS } from './draft-form.ts';
import {
  type Adoption,
  canJoin,
  FIRST_START,
  type FirstStartAction,
  type FirstStartEffect,
  type FirstStartState,
  hasReplaced,
  isStopped,
  reduce,
  stepBefore,
  type TextSource,
} from './first-start.ts';
import { readOpenedLink, readPaste } from './paste/read-paste.ts';
import { readDropped } from './read-dropped.ts';
import { type Stray, strayIn, tryable } from './secrets.ts';
import { type Checks, useChecks } from './use-checks.ts';

/** All that the two steps show and do. */
export interface FirstStart extends Pick<FirstStartState, 'step' | 'note' | 'oldWorker'> {
  readonly draft: Draft;
  readonly way: Checks;
  readonly machine: Checks;
  /** What is wrong with the whole. */
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  /** A check of this step has failed; going on has to be requested once more. */
  readonly isStopped: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  /** A secret of the text that is held back; undefined when there is none. */
  readonly stray: Stray | undefined;
  /** Answers whether anything was found. */
  readonly readText: (text: string, source: TextSource) => Promise<boolean>;
  readonly pasteClipboard: () => Promise<boolean>;
  readonly canUndo: boolean;
  /** The last text has replaced what was filled in. */
  readonly hasReplaced: boolean;
  readonly undoText: () => void;
  /** Undefined where the last text is whole, or nothing could complete it. */
  readonly joinText: (() => void) | undefined;
  readonly releaseSecrets: () => void;
  readonly settle: () => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: Step) => void;
  readonly chooseDirectory: () => void;
  readonly chooseAuthorities: () => void;
  readonly drop: (dropped: DataTransfer) => void;
  readonly adopt: (adoption: Adoption) => void;
  readonly leaveOldWorker: () => void;
}

export function useFirstStart(): FirstStart {
  const { texts, go, chooseWorker } = useApp();
  const words = texts.addWorker;
  const form = useRef<HTMLFormElement>(null);
  const [state, dispatch] = useReducerWithEffects((effect, dispatch) => {
    if (effect.kind === 'focus') focusField(() => form.current, effect.field);
    else if (effect.kind === 'show-worker') {
      chooseWorker(effect.workerId);
      go('overview');
    } else void askMain(effect, dispatch);
  });
  const { step, settings, problems } = state;
  useEffect(() => void suggest(dispatch), [dispatch]);
  useEffect(() => {
    void takeLink(dispatch);
    return api.addWorker.linkOpened(() => void takeLink(dispatch));
  }, [dispatch]);

  const tried = tryable(settings, state);
  const isSettled = state.settled === settings;
  const way = useChecks(WAY_CHECKS, tried, {
    isActive: step === 'master' && !state.isUntried,
    isSettled,
  });
  const machine = useChecks(MACHINE_CHECKS, tried, { isActive: step === 'machine', isSettled });
  const checks = step === 'machine' ? machine : way;
  const failed = failedOf(checks);
  const { speaks } = way.results;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever a check has ended
  useEffect(() => {
    if (!state.isLeaving || checks.running !== undefined) return;
    dispatch({ kind: 'checks-ended', failed, speaks });
  }, [state.isLeaving, checks.running, dispatch]);

  const readText = useCallback(
    (text: string, source: TextSource) => readInto(dispatch, text, source),
    [dispatch],
  );
  const drop = useCallback(
    (dropped: DataTransfer) => void takeDropped(dispatch, dropped, words.dropsNothing),
    [dispatch, words],
  );
  return {
    step,
    note: state.note,
    oldWorker: state.oldWorker,
    draft: draftFrom(state, dispatch),
    way,
    machine,
    form,
    problem: problems.find(({ field }) => field === undefined)?.sentence,
    isBusy: state.isAdding || state.isLeaving,
    isStopped: isStopped(state, failed),
    stray: strayIn(settings, state),
    readText,
    pasteClipboard: async () => readText(await api.addWorker.clipboardText(), 'pasted'),
    canUndo: state.beforeText !== undefined,
    hasReplaced: hasReplaced(state),
    undoText: () => dispatch({ kind: 'text-undone' }),
    joinText: canJoin(state) ? () => dispatch({ kind: 'text-joined' }) : undefined,
    releaseSecrets: () => dispatch({ kind: 'secrets-released' }),
    settle: () => dispatch({ kind: 'form-settled' }),
    next: () => dispatch({ kind: 'next-requested', sentences: words.problems }),
    back: () => dispatch({ kind: 'step-chosen', step: stepBefore(step) }),
    goTo: (chosen) => dispatch({ kind: 'step-chosen', step: chosen }),
    chooseDirectory: () => void chooseDirectory(dispatch),
    chooseAuthorities: () => void chooseAuthorities(dispatch),
    drop,
    adopt: (adoption) => dispatch({ kind: 'adoption-requested', adoption }),
    leaveOldWorker: () => dispatch({ kind: 'old-worker-left' }),
  };
}

type Dispatch = (action: FirstStartAction) => void;
type Run = (effect: FirstStartEffect, dispatch: Dispatch) => void;

/** Holds the state, and runs what each action asks for, once and after the state has changed. */
function useReducerWithEffects(run: Run): readonly [FirstStartState, Dispatch] {
  const [state, setState] = useState(FIRST_START);
  const current = useRef(state);
  const latestRun = useRef(run);
  latestRun.current = run;
  const dispatch = useCallback((action: FirstStartAction): void => {
    const reduced = reduce(current.current, action);
    current.current = reduced.state;
    setState(reduced.state);
    for (const effect of reduced.effects) latestRun.current(effect, dispatch);
  }, []);
  return [state, dispatch];
}

type MainEffect = Exclude<FirstStartEffect, { kind: 'focus' | 'show-worker' }>;

async function askMain(effect: MainEffect, dispatch: Dispatch): Promise<void> {
  switch (effect.kind) {
    case 'add': {
      const added = await api.addWorker.add(effect.draft);
      if (added.ok) dispatch({ kind: 'added', workerId: added.value });
      else dispatch({ kind: 'refused', problems: added.problem });
      return;
    }
    case 'adopt': {
      const { path, adoption } = effect;
      const opened = await api.addWorker.openDirectory({ path, ...adoption });
      if (opened.ok) dispatch({ kind: 'added', workerId: opened.value });
      else dispatch({ kind: 'failed', sentence: opened.problem });
      return;
    }
    case 'munge-admin': {
      const given = effect.admin;
      const { admin } = await api.hostinfo.fillIn({
        isMunged: true,
        ...(given !== undefined && given !== '' && { admin: given }),
      });
      dispatch({ kind: 'hostinfo-changed', changes: { admin: admin?.trimEnd() ?? '' } });
    }
  }
}

/** What main suggests, and what this machine is; the second takes seconds. */
async function suggest(dispatch: Dispatch): Promise<void> {
  const described = api.hostinfo.fillIn({ isMunged: false });
  dispatch({ kind: 'suggested', suggestion: await api.addWorker.suggestion() });
  const { admin, host } = await described;
  dispatch({ kind: 'described', admin: admin?.trimEnd() ?? '', host: host.trimEnd() });
}

async function readInto(dispatch: Dispatch, text: string, source: TextSource): Promise<boolean> {
  const pasted = source === 'link' ? readOpenedLink(text) : readPaste(text);
  const tac = pasted.isTac ? await api.addWorker.readTac(text) : undefined;
  const settings = tac?.ok ? tac.value : pasted.settings;
  dispatch({ kind: 'text-read', pasted, settings, source });
  return Object.keys(settings).length > 0;
}

/** What somebody has opened elsewhere; this page is the first to look at it. */
async function takeLink(dispatch: Dispatch): Promise<void> {
  const link = await api.addWorker.takeLink();
  if (link !== undefined) await readInto(dispatch, link, 'link');
}

async function lookAt(dispatch: Dispatch, path: string): Promise<void> {
  const looked = await api.addWorker.lookAt(path);
  if (looked.ok) dispatch({ kind: 'directory-found', found: looked.value });
  else dispatch({ kind: 'failed', sentence: looked.problem });
}

/** `nothing` is what to report about something that cannot be read. */
async function takeDropped(
  dispatch: Dispatch,
  dropped: DataTransfer,
  nothing: string,
): Promise<void> {
  const { path, text } = await readDropped(dropped);
  if (path !== undefined) await lookAt(dispatch, path);
  else if (text === undefined) dispatch({ kind: 'failed', sentence: nothing });
  else {
    await readInto(dispatch, text, 'pasted');
  }
}

async function chooseDirectory(dispatch: Dispatch): Promise<void> {
  const path = await api.addWorker.chooseDirectory();
  if (path !== undefined) await lookAt(dispatch, path);
}

async function chooseAuthorities(dispatch: Dispatch): Promise<void> {
  const tlsAuthorities = await api.addWorker.chooseAuthorities();
  if (tlsAuthorities !== undefined) {
    dispatch({ kind: 'settings-changed', changes: { tlsAuthorities } });
  }
}

function failedOf({ results }: Checks): readonly CheckResult[] {
  return Object.values(results).filter(({ state }) => state === 'failed');
}
