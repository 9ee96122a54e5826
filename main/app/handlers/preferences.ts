import { readFile } from 'node:fs/promises';
import type { ContractHandlers } from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences-contract.ts';
import type { Autostart } from '../../desktop/autostart/autostart.ts';
import type { KeptOutputs } from '../../history/output/kept-outputs.ts';
import { succeeded } from '../../lib/outcome.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';
import type { AppDiagnostics } from '../app-diagnostics.ts';

export interface PreferencesDelegate {
  readonly settings: SettingsStore;
  readonly autostart: Autostart;
  readonly outputs: Pick<KeptOutputs, 'tidy'>;
  readonly diagnostics: Pick<AppDiagnostics, 'make' | 'save'>;
  readonly texts: () => Texts;
  /** The file that the build makes of the libraries' licences. */
  readonly licencesPath: string;
}

/** Whoever shows something by the preferences is notified of a change by the settings. */
export function preferencesHandlers({
  settings,
  autostart,
  outputs,
  diagnostics,
  texts,
  licencesPath,
}: PreferencesDelegate): ContractHandlers['preferences'] {
  const preferences = (): Preferences => settings.current.preferences;
  return {
    async change(changes) {
      const wanted = { ...preferences(), ...changes };
      const isOther = wanted.startHidden !== preferences().startHidden;
      settings.change({ preferences: wanted });
      if ('keptOutputs' in changes || 'keptOutputBytes' in changes || 'keptOutputDays' in changes) {
        outputs.tidy();
      }
      if (!isOther || !(await autostart.isOn())) return succeeded(undefined);
      return inWords(await autostart.turnOn(wanted.startHidden), texts());
    },
    startsAtLogin: () => autostart.isOn(),
    async setStartsAtLogin(isOn) {
      const { startHidden } = preferences();
      const done = isOn ? await autostart.turnOn(startHidden) : await autostart.turnOff();
      return inWords(done, texts());
    },
    licences: () => readFile(licencesPath, 'utf8'),
    diagnose: (workerId) => diagnostics.make(workerId),
    saveDiagnostics: async () => inWords(await diagnostics.save(), texts()),
    dismissTrayNotice: () => settings.change({ hasReadTrayNotice: true }),
  };
}
