import { isOfMaster } from './config-from.ts';
import type { SettingValue } from './setting-row.ts';
import { WORKER_SETTING_NAMES, type WorkerSettings } from './settings-table.ts';
import { withDefaults } from './with-defaults.ts';
import type { MasterAddress, MasterSettingName, WorkerConfig } from './worker-config.ts';

/** A worker's configuration as flat settings; the opposite of `configFrom`. */
export function settingsFrom(config: WorkerConfig): WorkerSettings {
  const master = masterSettingsFrom(config.master);
  const entries = WORKER_SETTING_NAMES.map((name): [string, SettingValue] => [
    name,
    isOfMaster(name) ? master[name] : (config[name] ?? null),
  ]);
  return withDefaults(Object.fromEntries(entries));
}

function masterSettingsFrom(master: MasterAddress): Pick<WorkerSettings, MasterSettingName> {
  if (master.kind === 'connection-string') {
    const { connectionString } = master;
    return { host: null, port: null, useTls: false, connectionString, proxyConnectionString: null };
  }
  const { host, port, useTls } = master;
  const proxyConnectionString = master.proxyConnectionString ?? null;
  return { host, port, useTls, connectionString: null, proxyConnectionString };
}
