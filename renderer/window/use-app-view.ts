import { useEffect, useState } from 'react';
import type { AppView } from '../../main/contract/app/app-view.ts';
import { api } from '../components/api.ts';

/** What main shows now, and whatever it changes to; undefined until the first answer. */
export function useAppView(): AppView | undefined {
  const [view, setView] = useState<AppView>();
  useEffect(() => {
    // The snapshot must not undo a change that overtook it.
    let hasChanged = false;
    const stop = api.app.changed((changed) => {
      hasChanged = true;
      setView(changed);
    });
    void api.app.snapshot().then((snapshot) => {
      if (!hasChanged) setView(snapshot);
    });
    return stop;
  }, []);
  return view;
}
