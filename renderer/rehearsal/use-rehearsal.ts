import { useEffect, useState } from 'react';
import type {
  RehearsalOutput,
  RehearsalView,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { api } from '../components/api.ts';

/** How the rehearsal stands; undefined until main has answered. */
export function useRehearsal(): RehearsalView | undefined {
  const [view, setView] = useState<RehearsalView>();
  useEffect(() => {
    // The snapshot must not undo a change that overtook it.
    let hasChanged = false;
    const stop = api.rehearsal.changed((changed) => {
      hasChanged = true;
      setView(changed);
    });
    void api.rehearsal.snapshot().then((snapshot) => {
      if (!hasChanged) setView(snapshot);
    });
    return stop;
  }, []);
  return view;
}

/** Everything that was printed since the start, oldest first; `run` differs for each rehearsal. */
export function useRehearsalOutput(run: number): readonly RehearsalOutput[] {
  const [output, setOutput] = useState<readonly RehearsalOutput[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rehearsal begins with nothing
  useEffect(() => {
    let isOver = false;
    let hasAsked = false;
    const stop = api.rehearsal.printed((more) => {
      if (hasAsked) setOutput((before) => [...before, ...more]);
    });
    setOutput([]);
    void api.rehearsal.recentOutput().then((first) => {
      if (isOver) return;
      hasAsked = true;
      setOutput(first);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [run]);
  return output;
}
