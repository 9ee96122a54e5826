import { useCallback, useEffect, useState } from 'react';
import type { HostinfoView, LinkChoice } from '../../main/contract/hostinfo/hostinfo-contract.ts';
import { api } from '../components/api.ts';
import { changedNames, type FileTexts, fileTextFrom, textsFrom } from './form-model.ts';

/** A link whose text was changed, until the user says what shall become of it. */
export interface LinkQuestion {
  readonly name: string;
  readonly target: string;
}

/** Changes that are not saved outlive the page, as long as the window lives. */
const kept = new Map<string, FileTexts>();

/** One worker's host info: what is saved, what stands in the form, and how it is saved. */
export function useHostinfo(workerId: string) {
  const [view, setView] = useState<HostinfoView>();
  const [draft, setDraft] = useState<FileTexts>({});
  const [question, setQuestion] = useState<LinkQuestion>();
  const [problem, setProblem] = useState<string>();
  const [isSaved, setIsSaved] = useState(false);

  const load = useCallback(async (): Promise<void> => {
    const loaded = await api.hostinfo.load(workerId);
    if (loaded === undefined) return;
    setView(loaded);
    setDraft(kept.get(workerId) ?? textsFrom(loaded.files));
  }, [workerId]);
  useEffect(() => void load(), [load]);

  const saved = view && textsFrom(view.files);
  const changed = saved === undefined ? [] : changedNames(saved, draft);

  const keep = (next: (before: FileTexts) => FileTexts): void => {
    setIsSaved(false);
    setDraft((before) => {
      const draft = next(before);
      if (saved && changedNames(saved, draft).length === 0) kept.delete(workerId);
      else kept.set(workerId, draft);
      return draft;
    });
  };

  /** Stops at the first file that cannot be written; what was written before stays written. */
  const save = async (choices: Readonly<Record<string, LinkChoice>> = {}): Promise<void> => {
    setQuestion(undefined);
    setProblem(undefined);
    for (const name of changed) {
      const text = fileTextFrom(draft[name]);
      const outcome = await api.hostinfo.save({ workerId, name, text, choice: choices[name] });
      if (outcome.ok) continue;
      if (outcome.problem.kind === 'is-link') setQuestion({ name, target: outcome.problem.target });
      else setProblem(outcome.problem.sentence);
      return;
    }
    kept.delete(workerId);
    await load();
    setIsSaved(true);
  };

  return {
    view,
    draft,
    changed,
    question,
    problem,
    isSaved,
    change(changes: FileTexts): void {
      keep((before) => ({ ...before, ...changes }));
    },
    remove(name: string): void {
      keep(({ [name]: _, ...others }) => others);
    },
    undo(): void {
      setProblem(undefined);
      kept.delete(workerId);
      if (saved) setDraft(saved);
    },
    save,
    dropQuestion: () => setQuestion(undefined),
  };
}

export type HostinfoForm = ReturnType<typeof useHostinfo>;
