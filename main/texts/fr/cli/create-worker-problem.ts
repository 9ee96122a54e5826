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
      return 'nombre d’arguments incorrect';
    case 'two-connection-strings':
      return 'connection-string et proxy-connection-string ne peuvent pas aller ensemble';
    case 'admin':
      return 'admin doit être une ligne de texte';
    case 'access-uri':
      return 'access-uri doit être une URI comme ssh://moi@hote';
    case 'empty-argument':
      return `<${found.argument}> ne doit pas être vide`;
    case 'master':
      return masterFault(found.fault);
    case 'option':
      return optionFault(found);
  }
}

function masterFault(fault: MasterArgumentFault): string {
  switch (fault.kind) {
    case 'url':
      return '<master> n’est pas une URL ; n’en donnez pas';
    case 'brackets':
      return `argument <master> « ${fault.master} » incorrect ; une adresse IPv6 doit être entre []`;
    case 'host':
      return `argument <master> « ${fault.master} » incorrect`;
    case 'port':
      return fault.isNumber
        ? `port du master « ${fault.port} » incorrect, il faut un nombre de 1 à 65535`
        : `port du master « ${fault.port} » incorrect, il faut un nombre`;
  }
}

function optionFault({ option, fault }: Extract<CreateWorkerProblem, { kind: 'option' }>): string {
  switch (fault.kind) {
    case 'number':
      return numberFault(option, fault);
    case 'choice':
      return `${option} doit être ${fault.choices.map((choice) => `'${choice}'`).join(' ou ')}`;
    default:
      return `${option} : ${settings.fault(fault, optionOf)}`;
  }
}

function optionOf(name: SettingName): string {
  return settingRow(name).option?.name ?? name;
}

function numberFault(option: string, { isNoneAllowed, isAboveMin, min }: NumberFault): string {
  if (isAboveMin) return `${option} doit être un nombre supérieur à ${min}`;
  return isNoneAllowed ? `${option} doit être un nombre ou None` : `${option} doit être un nombre`;
}
