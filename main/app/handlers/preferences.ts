import type { ContractHandlers } from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences.ts';
import { succeeded } from '../../lib/outcome.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Autostart } from '../autostart/autostart.ts';

export interface PreferencesDelegate {
  readonly settings: SettingsStore;
  readonly autostart: Autostart;
}

/** Whoever shows something by the preferences hears of a change by the settings. */
export function preferencesHandlers({
  settings,
  autostart,
}: PreferencesDelegate): ContractHandlers['preferences'] {
  const preferences = (): Preferences => settings.current.preferences;
  return {
    async change(changes) {
      const wanted = { ...preferences(), ...changes };
      const isOther = wanted.startHidden !== preferences().startHidden;
      settings.change({ preferences: wanted });
      return isOther && (await autostart.isOn())
        ? autostart.turnOn(wanted.startHidden)
        : succeeded(undefined);
    },
    startsAtLogin: () => autostart.isOn(),
    setStartsAtLogin: (isOn) =>
      isOn ? autostart.turnOn(preferences().startHidden) : autostart.turnOff(),
    dismissTrayNotice: () => settings.change({ hasReadTrayNotice: true }),
  };
}
