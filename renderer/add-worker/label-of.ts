import type { DraftName } from '../../main/contract/adding/worker-draft.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { isExtra, workerSetting } from '../../main/worker-settings/settings-table.ts';

/** What a setting is called on this page. */
export function labelOf(name: DraftName, { addWorker, settings }: Texts): string {
  switch (name) {
    case 'host':
    case 'port':
    case 'workerName':
    case 'password':
      return addWorker[name];
    case 'basedir':
      return addWorker.directory;
    default:
      return settings.fields[name].label;
  }
}

/** What its value is called; a value without words of its own stays as it was typed. */
export function shownValue(name: DraftName, text: string, { settings }: Texts): string {
  if (isExtra(name)) return text;
  if (workerSetting(name).kind === 'switch') return text === 'True' ? settings.on : settings.off;
  return settings.fields[name].choices?.[text] ?? text;
}
