import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FieldProblem } from '../../main/contract/adding/add-worker-contract.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import {
  FIELD_OF,
  MACHINE_CHECKS,
  missingFrom,
  STEPS,
  type Step,
  stepToMend,
  WAY_CHECKS,
  withProtocol,
} from './form-model.ts';
import type { OldWorker, TakeOver } from './old-directory.tsx';
import { readPaste } from './paste/read-paste.ts';
import type { PasteNote } from './paste-field.tsx';
import { readDropped } from './read-dropped.ts';
import { type Checks, useChecks } from './use-checks.ts';
import { type Draft, useDraft } from './use-draft.ts';

const NO_CHECKS: readonly [] = [];

/** All that the three steps do. */
export interface FirstStart {
  readonly step: Step;
  readonly draft: Draft;
  readonly way: Checks;
  readonly machine: Checks;
  readonly note: PasteNote | undefined;
  readonly oldWorker: OldWorker | undefined;
  /** What is wrong with the whole. */
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  /** A check of this step has failed; going on has to be wished once more. */
  readonly isStopped: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly readText: (text: string) => Promise<boolean>;
  readonly settle: () => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: Step) => void;
  readonly chooseDirectory: () => void;
  readonly chooseAuthorities: () => void;
  readonly chooseOld: () => void;
  readonly drop: (dropped: DataTransfer) => void;
  readonly takeOver: (how: TakeOver) => void;
  readonly leaveOldWorker: () => void;
}

export function useFirstStart(): FirstStart {
  const { texts, go, chooseWorker } = useApp();
  const draft = useDraft();
  const { settings, change, changeHostinfo, setProblems } = draft;
  const [step, setStep] = useState<Step>('master');
  const [note, setNote] = useState<PasteNote>();
  const [oldWorker, setOldWorker] = useState<OldWorker>();
  const [isAdding, setIsAdding] = useState(false);
  const [settled, setSettled] = useState('');
  const [wantsNext, setWantsNext] = useState(false);
  const [stoppedBy, setStoppedBy] = useState('');
  const form = useRef<HTMLFormElement>(null);

  const login = JSON.stringify([settings.workerName, settings.password]);
  const way = useChecks(step === 'machine' ? NO_CHECKS : WAY_CHECKS, settings, settled === login);
  const machine = useChecks(step === 'machine' ? MACHINE_CHECKS : NO_CHECKS, settings, true);
  const checks = step === 'machine' ? machine : way;
  const failed = Object.values(checks.results).filter(({ state }) => state === 'failed');
  const failure = JSON.stringify([step, failed, settings]);

  const focusOn = useCallback((field: string | undefined): void => {
    // The step may have to be shown first.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus(),
    );
  }, []);
  const tell = (problems: readonly FieldProblem[]): void => {
    const mend = stepToMend(problems);
    setProblems(problems);
    setStep(mend);
    focusOn(problems.find(({ field }) => field !== undefined)?.field);
  };
  const added = (workerId: string): void => {
    chooseWorker(workerId);
    go('overview');
  };
  const tellWhole = (sentence: string): void => setProblems([{ field: undefined, sentence }]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks anew whenever a check has ended
  useEffect(() => {
    if (!wantsNext || checks.running !== undefined) return;
    setWantsNext(false);
    if (failed.length > 0 && stoppedBy !== failure) {
      setStoppedBy(failure);
      focusOn(failed.map(({ id }) => FIELD_OF[id]).find(Boolean));
    } else setStep(step === 'master' ? 'machine' : 'summary');
  }, [wantsNext, checks.running]);

  const missing = (): readonly FieldProblem[] => {
    const names = step === 'master' ? missingFrom(settings) : [];
    const needsDirectory = step === 'machine' && !settings.basedir?.trim();
    return [...names, ...(needsDirectory ? ['basedir' as const] : [])].map((field) => ({
      field,
      sentence: texts.addWorker.problems[field],
    }));
  };
  const add = async (): Promise<void> => {
    setIsAdding(true);
    const full = withProtocol(settings, way.results.speaks);
    const { hostinfo, isRelocatable } = draft;
    const outcome = await api.addWorker.add({ settings: full, hostinfo, isRelocatable });
    setIsAdding(false);
    if (outcome.ok) added(outcome.value);
    else tell(outcome.problem);
  };
  const readText = async (text: string): Promise<boolean> => {
    const pasted = readPaste(text);
    const tac = pasted.isTac ? await api.addWorker.readTac(text) : undefined;
    const found = tac?.ok ? tac.value : pasted.settings;
    const { hostinfo, notTaken, wishes } = pasted;
    setNote({ settings: found, hostinfo, notTaken });
    change(found);
    changeHostinfo(hostinfo);
    if (wishes.isRelocatable) draft.setRelocatable(true);
    const { workerName = settings.workerName, password = settings.password } = found;
    if (found.password) setSettled(JSON.stringify([workerName, password]));
    // Takes seconds, and the checks need not wait for it.
    if (wishes.isMunged) await mungeAdmin(hostinfo.admin);
    return Object.keys(found).length > 0;
  };
  const mungeAdmin = async (given: string | undefined): Promise<void> => {
    const { admin } = await api.hostinfo.fillIn({ isMunged: true, ...(given && { admin: given }) });
    changeHostinfo({ admin: admin.trimEnd() });
  };
  const lookAt = async (path: string): Promise<void> => {
    const looked = await api.addWorker.lookAt(path);
    if (!looked.ok) tellWhole(looked.problem);
    else if (looked.value.kind === 'worker') setOldWorker(looked.value);
    else change({ basedir: looked.value.path });
  };
  const choose = async (): Promise<void> => {
    const path = await api.addWorker.chooseDirectory();
    if (path !== undefined) await lookAt(path);
  };
  const chooseAuthorities = async (): Promise<void> => {
    const tlsAuthorities = await api.addWorker.chooseAuthorities();
    if (tlsAuthorities !== undefined) change({ tlsAuthorities });
  };
  const drop = async (dropped: DataTransfer): Promise<void> => {
    const { path, text } = await readDropped(dropped);
    if (path !== undefined) await lookAt(path);
    else if (text === undefined) tellWhole(texts.addWorker.dropsNothing);
    else {
      setStep('master');
      await readText(text);
    }
  };
  const takeOver = async (how: TakeOver): Promise<void> => {
    if (oldWorker === undefined) return;
    setIsAdding(true);
    const opened = await api.addWorker.openDirectory({ path: oldWorker.path, ...how });
    setIsAdding(false);
    if (opened.ok) added(opened.value);
    else tellWhole(opened.problem);
  };
  const dropRef = useRef(drop);
  dropRef.current = drop;
  const stableDrop = useCallback((dropped: DataTransfer) => void dropRef.current(dropped), []);

  return {
    step,
    draft,
    way,
    machine,
    note,
    oldWorker,
    form,
    readText,
    problem: draft.problems.find(({ field }) => field === undefined)?.sentence,
    isBusy: isAdding || wantsNext,
    isStopped: stoppedBy === failure && failed.length > 0,
    settle: () => setSettled(login),
    next() {
      if (step === 'summary') return void add();
      const problems = missing();
      if (problems.length > 0) return tell(problems);
      setSettled(login);
      setWantsNext(true);
    },
    back: () => setStep(STEPS[STEPS.indexOf(step) - 1] ?? 'master'),
    goTo: setStep,
    chooseDirectory: () => void choose(),
    chooseAuthorities: () => void chooseAuthorities(),
    chooseOld: () => void choose(),
    drop: stableDrop,
    takeOver: (how) => void takeOver(how),
    leaveOldWorker() {
      setOldWorker(undefined);
      setProblems([]);
    },
  };
}
