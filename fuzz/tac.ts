import { readTac } from '../main/basedir/tac/read-tac.ts';
import { renderTac } from '../main/basedir/tac/render-tac.ts';
import { workerConfigFrom } from '../main/basedir/tac/worker-config-from.ts';
import { endpointFromString } from '../main/transport/endpoint/endpoint-from-string.ts';
import type { WorkerConfig } from '../main/worker-settings/worker-config.ts';
import { WORKER_DEFAULTS } from '../main/worker-settings/worker-defaults.ts';
import type { FuzzTarget } from './target.ts';

const CONFIG: WorkerConfig = {
  ...WORKER_DEFAULTS,
  basedir: '/srv/worker',
  master: {
    kind: 'host',
    host: 'ci.example.org',
    port: 9989,
    useTls: true,
    proxyConnectionString: 'tcp:host=proxy:port=3128',
  },
  workerName: 'ada',
  password: "se'cr\\et",
  umask: 0o22,
  unicodeEncoding: 'latin-1',
};

/** What people write by hand. */
const BY_HAND = [
  `from buildbot_worker.bot import Worker
import os
basedir = os.path.expanduser("~/worker") if os.environ.get('HOME') else r'C:\\worker'
passwd = open('secret').read().strip()
port = int("9989"); umask = 022
s = Worker('host', port, u'n\\u00e4me', passwd, basedir, *rest, **options)
s.setServiceParent(application)
`,
  `class Worker: pass
def make(name="""x
y"""):
    return [Worker(**{'a': b"\\xff"}) for _ in (1, 0x1F, 0o7, 1e9, -2, 1j)]
if True:
    basedir = f'{__file__!r:>{10}}'
`,
  'tls:host=ci\\:1:port=9989:trustRoots=/etc/ca:endpoint=unix\\:path=/run/x',
];

/** A buildbot.tac of anybody's, and a connection string, which is in one. */
export const tac: FuzzTarget = {
  name: 'tac',
  corpus: async () =>
    [true, false]
      .map((isRelocatable) => renderTac(CONFIG, { isRelocatable }))
      .concat(BY_HAND)
      .map((text) => Buffer.from(text)),
  read(input) {
    const text = Buffer.from(input).toString('utf8');
    workerConfigFrom(readTac(text, '/srv/worker/buildbot.tac'));
    endpointFromString(text.slice(0, 200));
  },
};
