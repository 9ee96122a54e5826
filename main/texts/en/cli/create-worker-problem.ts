import type {
  CreateWorkerProblem,
  MasterArgumentFault,
} from '../../../worker-settings/create-worker-problem.ts';
import type { NumberFault } from '../../../worker-settings/setting-fault.ts';
import { type SettingName, settingRow } from '../../../worker-settings/settings-table.ts';
import { settings } from '../settings.ts';

/** Where buildbot-worker refuses as well, in its own words. */
export function createWorkerProblem(found: CreateWorkerProblem): string {
  switch (found.kind) {
    case 'number-of-arguments':
      return 'incorrect number of arguments';
    case 'two-connection-strings':
      return 'connection-string and proxy-connection-string cannot be used together';
    case 'admin':
      return 'admin needs to be a line of text';
    case 'access-uri':
      return 'access-uri needs to be a URI such as ssh://me@host';
    case 'empty-argument':
      return `<${found.argument}> must not be empty`;
    case 'master':
      return masterFault(found.fault);
    case 'option':
      return optionFault(found);
  }
}

function masterFault(fault: MasterArgumentFault): string {
  switch (fault.kind) {
    case 'url':
      return '<master> is not a URL - do not use URL';
    case 'brackets':
      return `invalid <master> argument '${fault.master}', if it is an ipv6 address, it must be enclosed by []`;
    case 'host':
      return `invalid <master> argument '${fault.master}'`;
    case 'port':
      return fault.isNumber
        ? `invalid master port '${fault.port}', needs to be a number from 1 to 65535`
        : `invalid master port '${fault.port}', needs to be a number`;
  }
}

function optionFault({ option, fault }: Extract<CreateWorkerProblem, { kind: 'option' }>): string {
  switch (fault.kind) {
    case 'number':
      return numberFault(option, fault);
    case 'choice':
      return `${option} needs to be one of ${fault.choices.map((choice) => `'${choice}'`).join(' or ')}`;
    default:
      return `${option}: ${settings.fault(fault, optionOf)}`;
  }
}

function optionOf(name: SettingName): string {
  return settingRow(name).option?.name ?? name;
}

function numberFault(option: string, { isNoneAllowed, isAboveMin, min }: NumberFault): string {
  if (isAboveMin) return `${option} parameter needs to be a number above ${min}`;
  return isNoneAllowed
    ? `${option} parameter needs to be a number or None`
    : `${option} parameter needs to be a number`;
}
