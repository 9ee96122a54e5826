import type { ContractHandlers } from '../../contract/api.ts';
import type { Keyring } from '../../desktop/keyring.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import { previewOf, saveSettings, settingsPageOf } from '../../hosting/settings-page.ts';
import { failed } from '../../lib/outcome.ts';
import type { Texts } from '../../texts/texts.ts';

export interface SettingsDelegate {
  readonly workers: Pick<HostedWorkers, 'find' | 'begin' | 'savePassword'>;
  readonly keyring: Keyring;
  readonly texts: () => Texts;
}

export function settingsHandlers(delegate: SettingsDelegate): ContractHandlers['settings'] {
  const { workers, keyring, texts } = delegate;
  return {
    async load(workerId) {
      const hosted = workers.find(workerId);
      return hosted
        ? settingsPageOf(hosted, keyring, texts())
        : failed(texts().refusals.workerGone);
    },
    async preview(request) {
      const hosted = workers.find(request.workerId);
      return hosted && (await previewOf(hosted, request, keyring));
    },
    async save(request) {
      const hosted = workers.find(request.workerId);
      if (hosted) {
        const savePassword = (encrypted: string): void => workers.savePassword(hosted, encrypted);
        const begin = () => workers.begin(hosted);
        return saveSettings(hosted, request, { keyring, savePassword, begin, texts: texts() });
      }
      return failed({ kind: 'refused', name: undefined, sentence: texts().refusals.workerGone });
    },
  };
}
