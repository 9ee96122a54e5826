import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import type { TacLiteral, TacSetting } from './tac-reading.ts';

/** Settings to write, each with its value. */
export type TacValues = { readonly [setting in TacSetting]?: TacLiteral };

/** A worker's settings in the words of `buildbot.tac`; basedir as a full path. */
export function tacSettingsFrom(config: WorkerConfig): TacValues {
  return {
    basedir: config.basedir,
    ...masterSettings(config),
    workername: config.workerName,
    passwd: config.password,
    keepalive: config.keepalive,
    umask: config.umask ?? null,
    maxdelay: config.maxdelay,
    numcpus: config.numcpus ?? null,
    unicode_encoding: config.unicodeEncoding,
    allow_shutdown: config.allowShutdown ?? null,
    maxretries: config.maxretries ?? null,
    delete_leftover_dirs: config.deleteLeftoverDirs,
    protocol: config.protocol,
    path: config.path ?? null,
    rotateLength: config.logSize ?? null,
    maxRotatedFiles: config.logCount ?? null,
    buildtray_file_access: config.fileAccess ?? 'basedir',
  };
}

function masterSettings({ master }: WorkerConfig): TacValues {
  if (master.kind === 'connection-string') {
    return {
      buildmaster_host: null,
      port: null,
      connection_string: master.connectionString,
      use_tls: false,
      proxy_connection_string: null,
    };
  }
  return {
    buildmaster_host: master.host,
    port: master.port,
    connection_string: null,
    use_tls: master.useTls,
    proxy_connection_string: master.proxyConnectionString ?? null,
  };
}
