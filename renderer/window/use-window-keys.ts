import { useEffect, useRef, useState } from 'react';
import type { PageName } from '../../main/contract/pages.ts';
import { pageKey, pressedKey, WINDOW_KEYS } from '../components/keys/window-keys.ts';
import { PAGES } from './pages.ts';

/** What is over the page by a key. */
export type Overlay = 'finder' | 'keys';

export interface WindowKeys {
  readonly overlay: Overlay | undefined;
  readonly show: (overlay: Overlay | undefined) => void;
}

/** Goes to a page, or shows what is found by typing, wherever the focus is; not while something is asked. */
export function useWindowKeys(go: (page: PageName) => void): WindowKeys {
  const [overlay, show] = useState<Overlay>();
  const latest = useRef({ go, overlay });
  latest.current = { go, overlay };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const deed = deedOf(pressedKey(event));
      const { go: goTo, overlay: shown } = latest.current;
      if (deed === undefined || (shown === undefined && isAsking())) return;
      event.preventDefault();
      if (deed === 'finder' || deed === 'keys') {
        show(deed === shown ? undefined : deed);
        return;
      }
      show(undefined);
      goTo(deed);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return { overlay, show };
}

function deedOf(keys: string | undefined): Overlay | PageName | undefined {
  if (keys === WINDOW_KEYS.find) return 'finder';
  if (keys === WINDOW_KEYS.keys) return 'keys';
  return PAGES.find((_page, place) => pageKey(place) === keys)?.name;
}

/** Whoever goes elsewhere from a dialog leaves its question behind. */
function isAsking(): boolean {
  return document.querySelector('.mantine-Modal-content') !== null;
}
