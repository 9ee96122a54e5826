import type { ContractHandlers } from '../../contract/api.ts';
import { failed } from '../../lib/outcome.ts';
import type { Texts } from '../../texts/texts.ts';
import type { HostedWorkers } from '../hosted-workers.ts';
import type { Keyring } from '../keyring.ts';
import { previewOf, saveSettings, settingsPageOf } from '../worker-settings.ts';

export interface SettingsDelegate {
  readonly workers: HostedWorkers;
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
    async preview(wish) {
      const hosted = workers.find(wish.workerId);
      return hosted && (await previewOf(hosted, wish, keyring));
    },
    async save(wish) {
      const hosted = workers.find(wish.workerId);
      if (hosted) {
        const savePassword = (encrypted: string): void => workers.savePassword(hosted, encrypted);
        const begin = () => workers.begin(hosted);
        return saveSettings(hosted, wish, { keyring, savePassword, begin, say: texts().say });
      }
      return failed({ kind: 'refused', name: undefined, sentence: texts().refusals.workerGone });
    },
  };
}
