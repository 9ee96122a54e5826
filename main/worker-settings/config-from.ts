import { WORKER_SETTING_NAMES, type WorkerSettings } from './settings-table.ts';
import type { MasterAddress, MasterSettingName, WorkerConfig } from './worker-config.ts';

/** A worker's configuration, from settings that can run together. */
export function configFrom(settings: WorkerSettings): WorkerConfig {
  const others = WORKER_SETTING_NAMES.filter((name) => !isOfMaster(name)).map(
    (name) => [name, settings[name] ?? undefined] as const,
  );
  // The names are the table's, and each value is the one of that name.
  return { ...Object.fromEntries(others), master: addressFrom(settings) } as WorkerConfig;
}

/** The way to the master; host and port count for nothing beside a connection string. */
function addressFrom(settings: Pick<WorkerSettings, MasterSettingName>): MasterAddress {
  const { connectionString, host, port, useTls, proxyConnectionString } = settings;
  if (connectionString !== null) return { kind: 'connection-string', connectionString };
  return {
    kind: 'host',
    host: host ?? '',
    port: port ?? 0,
    useTls,
    proxyConnectionString: proxyConnectionString ?? undefined,
  };
}

const MASTER_NAMES: readonly string[] = [
  'host',
  'port',
  'useTls',
  'connectionString',
  'proxyConnectionString',
] satisfies readonly MasterSettingName[];

export function isOfMaster(name: string): name is MasterSettingName {
  return MASTER_NAMES.includes(name);
}
