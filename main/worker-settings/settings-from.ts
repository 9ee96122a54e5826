import type { WorkerSettings } from './settings-table.ts';
import type { MasterAddress, WorkerConfig } from './worker-config.ts';

/** A worker's configuration as flat settings. */
export function settingsFrom(config: WorkerConfig): WorkerSettings {
  return {
    basedir: config.basedir,
    ...masterSettingsFrom(config.master),
    protocol: config.protocol,
    path: config.path ?? null,
    workerName: config.workerName,
    password: config.password,
    keepalive: config.keepalive,
    maxdelay: config.maxdelay,
    maxretries: config.maxretries ?? null,
    umask: config.umask ?? null,
    numcpus: config.numcpus ?? null,
    unicodeEncoding: config.unicodeEncoding,
    allowShutdown: config.allowShutdown ?? null,
    deleteLeftoverDirs: config.deleteLeftoverDirs,
    fileAccess: config.fileAccess ?? 'basedir',
    logSize: config.logSize ?? null,
    logCount: config.logCount ?? null,
  };
}

type MasterSettings = Pick<
  WorkerSettings,
  'host' | 'port' | 'useTls' | 'connectionString' | 'proxyConnectionString'
>;

function masterSettingsFrom(master: MasterAddress): MasterSettings {
  if (master.kind === 'connection-string') {
    const { connectionString } = master;
    return { host: null, port: null, useTls: false, connectionString, proxyConnectionString: null };
  }
  const { host, port, useTls, proxyConnectionString } = master;
  return {
    host,
    port,
    useTls,
    connectionString: null,
    proxyConnectionString: proxyConnectionString ?? null,
  };
}
