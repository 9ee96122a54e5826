import type { WorkerSettingName } from '../../main/contract/worker-settings.ts';
import type { Texts } from '../../main/texts/texts.ts';

/** What a setting is called on this page. */
export function labelOf(name: WorkerSettingName, { addWorker }: Texts): string {
  switch (name) {
    case 'host':
    case 'port':
    case 'workerName':
    case 'password':
      return addWorker[name];
    case 'basedir':
      return addWorker.directory;
    default:
      return addWorker.settings[name][0];
  }
}
