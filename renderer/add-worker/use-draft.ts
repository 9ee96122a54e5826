import { useEffect, useState } from 'react';
import type {
  DraftHostinfo,
  DraftName,
  DraftSettings,
  DraftSuggestion,
  FieldProblem,
} from '../../main/contract/adding/add-worker-contract.ts';
import { api } from '../components/api.ts';

/** The form while it is filled in. */
export interface Draft {
  readonly settings: DraftSettings;
  readonly hostinfo: DraftHostinfo;
  readonly isRelocatable: boolean;
  readonly suggestion: DraftSuggestion | undefined;
  readonly problems: readonly FieldProblem[];
  readonly change: (changes: DraftSettings) => void;
  readonly changeHostinfo: (changes: Partial<DraftHostinfo>) => void;
  readonly setRelocatable: (isRelocatable: boolean) => void;
  readonly setProblems: (problems: readonly FieldProblem[]) => void;
  readonly problemWith: (field: DraftName) => string | undefined;
}

/** Starts from what main suggests, and from what this machine says of itself. */
export function useDraft(): Draft {
  const [settings, setSettings] = useState<DraftSettings>({});
  const [hostinfo, setHostinfo] = useState<DraftHostinfo>({ admin: '', host: '', accessUri: '' });
  const [isRelocatable, setRelocatable] = useState(false);
  const [suggestion, setSuggestion] = useState<DraftSuggestion>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  useEffect(() => {
    void api.addWorker.suggestion().then((suggested) => {
      const { port, basedir } = suggested;
      setSuggestion(suggested);
      // What was typed meanwhile counts.
      setSettings((before) => ({ port, basedir, ...before }));
    });
    void api.hostinfo.fillIn({ isMunged: false }).then(({ admin, host }) => {
      setHostinfo((before) => ({
        ...before,
        admin: before.admin || admin.trimEnd(),
        host: before.host || host.trimEnd(),
      }));
    });
  }, []);
  return {
    settings,
    hostinfo,
    isRelocatable,
    suggestion,
    problems,
    setRelocatable,
    setProblems,
    change(changes) {
      setSettings((before) => ({ ...before, ...changes }));
      setProblems((before) => before.filter(({ field }) => field && !(field in changes)));
    },
    changeHostinfo: (changes) => setHostinfo((before) => ({ ...before, ...changes })),
    problemWith: (field) => problems.find((problem) => problem.field === field)?.sentence,
  };
}
