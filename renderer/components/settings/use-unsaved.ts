import { useSyncExternalStore } from 'react';
import { Emitter } from '../../../main/lib/emitter.ts';
import type { Edits } from './settings-form.ts';

/** By worker; those without any are left out. */
export type Unsaved = ReadonlyMap<string, Edits>;

const changed = new Emitter<void>();
let unsaved: Unsaved = new Map();

/** Changes that are not saved outlive the page, as long as the window lives. */
export function keepUnsaved(workerId: string, edits: Edits): void {
  const others = [...unsaved].filter(([id]) => id !== workerId);
  const hasAny = Object.keys(edits).length > 0;
  unsaved = new Map(hasAny ? [...others, [workerId, edits]] : others);
  changed.emit();
}

/** What was changed in the settings and not saved, wherever in the window that is. */
export function useUnsaved(): Unsaved {
  return useSyncExternalStore(follow, () => unsaved);
}

function follow(listener: () => void): () => void {
  const following = changed.on(listener);
  return () => following.dispose();
}
