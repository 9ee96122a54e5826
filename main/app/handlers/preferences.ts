import type { ContractHandlers } from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences.ts';

export interface PreferencesDelegate {
  readonly change: (changes: Partial<Preferences>) => void | Promise<void>;
}

export function preferencesHandlers({
  change,
}: PreferencesDelegate): ContractHandlers['preferences'] {
  return { change: (changes) => change(changes) };
}
