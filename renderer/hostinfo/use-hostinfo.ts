import { useMemo, useState } from 'react';
import type { HostinfoView, LinkChoice } from '../../main/contract/hostinfo/hostinfo-contract.ts';
import { api } from '../components/api.ts';
import { useSnapshot } from '../components/use-snapshot.ts';
import { changedNames, type FileTexts, fileTextFrom, textsFrom } from './hostinfo-form.ts';

/** A link whose text was changed, until the user decides what becomes of it. */
export interface LinkQuestion {
  readonly name: string;
  readonly target: string;
}

/** Changes that are not saved outlive the page, as long as the window lives. */
const kept = new Map<string, FileTexts>();

/** One worker's host info: what is saved, what the form holds, and how it is saved. */
export function useHostinfo(workerId: string) {
  const snapshot = useSnapshot({ key: workerId, load: () => loadHostinfo(workerId) });
  const view = snapshot.value;
  const [draft, setDraft] = useState(kept.get(workerId));
  const [question, setQuestion] = useState<LinkQuestion>();
  const [problem, setProblem] = useState<string>();
  const [isSaved, setIsSaved] = useState(false);

  const saved = useMemo(() => textsFrom(view?.files ?? []), [view]);
  const texts = draft ?? saved;
  const changed = view === undefined ? [] : changedNames(saved, texts);

  // From what is there by then: machine texts arrive seconds after they were requested.
  const keep = (from: (before: FileTexts) => FileTexts): void => {
    setIsSaved(false);
    setDraft((before) => {
      const next = from(before ?? saved);
      const isChanged = changedNames(saved, next).length > 0;
      if (isChanged) kept.set(workerId, next);
      else kept.delete(workerId);
      return isChanged ? next : undefined;
    });
  };
  const drop = (): void => {
    kept.delete(workerId);
    setDraft(undefined);
  };

  /** Stops at the first file that cannot be written; what was written before stays written. */
  const save = async (choices: Readonly<Record<string, LinkChoice>> = {}): Promise<void> => {
    setQuestion(undefined);
    setProblem(undefined);
    for (const name of changed) {
      const text = fileTextFrom(texts[name]);
      const outcome = await api.hostinfo.save({ workerId, name, text, choice: choices[name] });
      if (outcome.ok) continue;
      if (outcome.problem.kind === 'is-link') setQuestion({ name, target: outcome.problem.target });
      else setProblem(outcome.problem.sentence);
      return;
    }
    // The draft stays until what was saved is loaded, so that the fields do not flicker.
    await snapshot.reload();
    drop();
    setIsSaved(true);
  };

  return {
    snapshot,
    texts,
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
      drop();
    },
    save,
    dropQuestion: () => setQuestion(undefined),
  };
}

/** A worker that was removed meanwhile has no files. */
async function loadHostinfo(workerId: string): Promise<HostinfoView> {
  return (await api.hostinfo.load(workerId)) ?? { infoDir: '', files: [], problems: [] };
}

export type HostinfoForm = ReturnType<typeof useHostinfo>;
