import type {
  CreateWorkerProblem,
  MasterArgumentFault,
} from '../../../worker-settings/create-worker-problem.ts';
import type { NumberFault } from '../../../worker-settings/setting-fault.ts';
import { type SettingName, settingRow } from '../../../worker-settings/settings-table.ts';
import { settings } from '../settings.ts';

export function createWorkerProblem(found: CreateWorkerProblem): string {
  switch (found.kind) {
    case 'number-of-arguments':
      return 'falsche Anzahl von Argumenten';
    case 'two-connection-strings':
      return 'connection-string und proxy-connection-string schließen einander aus';
    case 'admin':
      return 'admin muss eine Zeile Text sein';
    case 'access-uri':
      return 'access-uri muss ein URI wie ssh://me@host sein';
    case 'empty-argument':
      return `<${found.argument}> darf nicht leer sein`;
    case 'master':
      return masterFault(found.fault);
    case 'option':
      return optionFault(found);
  }
}

function masterFault(fault: MasterArgumentFault): string {
  switch (fault.kind) {
    case 'url':
      return '<master> ist kein URL: geben Sie host[:port] an';
    case 'brackets':
      return `<master> kann nicht „${fault.master}“ sein; eine IPv6-Adresse gehört in []`;
    case 'host':
      return `<master> kann nicht „${fault.master}“ sein`;
    case 'port':
      return `der Port des Masters kann nicht „${fault.port}“ sein, sondern eine Zahl von 1 bis 65535`;
  }
}

function optionFault({ option, fault }: Extract<CreateWorkerProblem, { kind: 'option' }>): string {
  switch (fault.kind) {
    case 'number':
      return numberFault(option, fault);
    case 'choice':
      return `${option} muss einer dieser Werte sein: ${fault.choices.join(', ')}`;
    default:
      return `${option}: ${settings.fault(fault, optionOf)}`;
  }
}

function optionOf(name: SettingName): string {
  return settingRow(name).option?.name ?? name;
}

function numberFault(option: string, { isNoneAllowed, isAboveMin, min }: NumberFault): string {
  if (isAboveMin) return `${option} muss eine Zahl größer als ${min} sein`;
  return isNoneAllowed
    ? `${option} muss eine Zahl oder None sein`
    : `${option} muss eine Zahl sein`;
}
