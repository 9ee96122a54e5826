import { type SettingFault, settingFault } from './setting-fault.ts';
import { WORKER_SETTINGS, type WorkerSettingName, type WorkerSettings } from './settings-table.ts';

/** A connection string beside another way to the master. */
export interface MasterFault {
  readonly kind: 'beside-host' | 'beside-string';
}

export interface NamedFault {
  readonly name: WorkerSettingName;
  readonly fault: SettingFault | MasterFault;
}

/** Everything that keeps the settings from running together, in the order of the table. */
export function settingsFaults(settings: WorkerSettings): readonly NamedFault[] {
  const alone = WORKER_SETTINGS.flatMap(({ name }): NamedFault[] => {
    const fault = settingFault(name, settings[name]);
    return fault === undefined ? [] : [{ name, fault }];
  });
  return [...alone, ...masterFaults(settings)];
}

/** A master is named in one way: by host and port, or by a connection string. */
function masterFaults(settings: WorkerSettings): readonly NamedFault[] {
  const { host, port, connectionString, proxyConnectionString } = settings;
  if (connectionString === null) {
    return [
      ...(host === null ? [named('host', 'needed')] : []),
      ...(port === null ? [named('port', 'needed')] : []),
    ];
  }
  return [
    ...(host !== null || port !== null ? [named('connectionString', 'beside-host')] : []),
    ...(proxyConnectionString !== null ? [named('proxyConnectionString', 'beside-string')] : []),
  ];
}

function named(
  name: WorkerSettingName,
  kind: 'needed' | 'beside-host' | 'beside-string',
): NamedFault {
  return { name, fault: { kind } };
}
