import type { WorkerConfig } from '../../../../../main/worker-settings/worker-config.ts';

/** A worker's settings, none of which is the default. */
export const CONFIG: WorkerConfig = {
  basedir: '/srv/worker',
  master: {
    kind: 'host',
    host: 'build.example.org',
    port: 9990,
    useTls: true,
    proxyConnectionString: 'tcp:host=proxy.example.org:port=3128',
  },
  workerName: 'linux-1',
  password: "pa'ss\\word",
  protocol: 'msgpack_experimental_v7',
  keepalive: 60,
  maxdelay: 120,
  maxretries: 7,
  umask: 0o22,
  numcpus: 6,
  unicodeEncoding: 'latin-1',
  allowShutdown: 'file',
  deleteLeftoverDirs: true,
  logSize: 5000,
  logCount: 3,
  path: '/ws',
  fileAccess: 'anywhere',
  tacEnvironment: true,
  leftoverProcesses: 'leave',
  protection: 'guarded',
  protectionPaths: '/opt/tools',
  protectionVariables: 'CC, CXX',
};
