import { useEffect, useState } from 'react';

/** Gives the focus back to what had it, from a dialog that is taken away rather than closed. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
