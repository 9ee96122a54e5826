import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { worded, wordedWith } from '../../../../support/worded.ts';

const TAC_PATH = '/srv/worker/buildbot.tac';

function configOf(text: string, password?: string) {
  return workerConfigFrom(readTac(text, TAC_PATH), password === undefined ? {} : { password });
}

/** As `create-worker` of Buildbot 4 writes it, apart from its comments. */
function modern(changes: Readonly<Record<string, string>> = {}): string {
  const settings = {
    basedir: "r'/srv/worker'",
    rotateLength: '10000000',
    maxRotatedFiles: '10',
    buildmaster_host: "'ci.example.org'",
    port: '9989',
    connection_string: 'None',
    workername: "'w1'",
    passwd: "'secret'",
    keepalive: '600',
    umask: 'None',
    maxdelay: '300',
    numcpus: 'None',
    allow_shutdown: 'None',
    maxretries: 'None',
    use_tls: '0',
    delete_leftover_dirs: '0',
    proxy_connection_string: 'None',
    protocol: "'pb'",
    ...changes,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return `
import os
from buildbot_worker.bot import Worker
from twisted.application import service
${lines.join('\n')}
application = service.Application('buildbot-worker')
from twisted.python.logfile import LogFile
from twisted.python.log import ILogObserver, FileLogObserver
logfile = LogFile.fromFullPath(
    os.path.join(basedir, "twistd.log"), rotateLength=rotateLength,
    maxRotatedFiles=maxRotatedFiles)
application.setComponent(ILogObserver, FileLogObserver(logfile).emit)
s = Worker(buildmaster_host, port, workername, passwd, basedir,
           keepalive, umask=umask, maxdelay=maxdelay,
           numcpus=numcpus, allow_shutdown=allow_shutdown,
           maxRetries=maxretries, useTls=use_tls,
           delete_leftover_dirs=delete_leftover_dirs,
           connection_string=connection_string,
           proxy_connection_string=proxy_connection_string,
           protocol=protocol)
s.setServiceParent(application)
`;
}

describe('a file of Buildbot 4', () => {
  it('gives every setting', () => {
    const changes = { umask: '0o22', maxretries: '5', use_tls: '1', allow_shutdown: "'file'" };
    expect(configOf(modern(changes))).toMatchObject({
      ok: true,
      value: {
        config: {
          basedir: '/srv/worker',
          master: { kind: 'host', host: 'ci.example.org', port: 9989, useTls: true },
          workerName: 'w1',
          password: 'secret',
          keepalive: 600,
          maxdelay: 300,
          umask: 0o22,
          maxretries: 5,
          allowShutdown: 'file',
          deleteLeftoverDirs: false,
          logSize: 10_000_000,
          logCount: 10,
        },
        warnings: [],
      },
    });
  });

  it('may name the master by a connection string', () => {
    const changes = {
      buildmaster_host: 'None',
      port: 'None',
      connection_string: "'tls:host=ci:port=1'",
    };
    expect(configOf(modern(changes))).toMatchObject({
      value: { config: { master: { connectionString: 'tls:host=ci:port=1' } } },
    });
  });

  it.each([
    ['buildmaster_host', "'ci'"],
    ['buildmaster_host', 'socket.gethostname()'],
    ['port', '9989'],
    ['proxy_connection_string', "'tcp:proxy:3128'"],
  ])('may not name the master by %s = %s beside a connection string', (setting, value) => {
    const changes = {
      buildmaster_host: 'None',
      port: 'None',
      connection_string: "'tls:host=ci:port=1'",
      [setting]: value,
    };
    const config = configOf(modern(changes));
    const facts = {
      setting,
      place: { path: '/srv/worker/buildbot.tac', line: expect.any(Number) },
    };
    expect(config).toMatchObject({
      ok: false,
      problem: { kind: 'wrong-value', setting, problem: { key: 'tac.namesTwoWays', facts } },
    });
  });

  it('may lie in the directory that it means', () => {
    expect(configOf(modern({ basedir: "'.'" }))).toMatchObject({
      value: { config: { basedir: '/srv/worker' } },
    });
  });

  it('may be written in any way that Python takes for a literal', () => {
    const changes = { passwd: "\"it's\" '\\x41'", keepalive: '6_00', port: '0x270' };
    expect(configOf(modern(changes))).toMatchObject({
      value: { config: { password: "it'sA", keepalive: 600, master: { port: 624 } } },
    });
  });

  it('lends its other settings to a password that is kept elsewhere', () => {
    const text = modern({ passwd: "open('/run/secret').read()" });
    expect(configOf(text, 'from the keyring')).toMatchObject({
      value: { config: { password: 'from the keyring' } },
    });
  });

  it.each([
    ['passwd', "os.environ['PASSWORD']", /passwd is computed by code \(`os\.environ\['…'\]`\)/],
    ['workername', 'None', /workername is None/],
    ['buildmaster_host', 'socket.gethostname()', /buildmaster_host is computed by code/],
    ['port', "'no number'", /port must be/],
  ])('cannot run with %s = %s, and reports why', (name, value, sentence) => {
    expect(configOf(modern({ [name]: value }))).toMatchObject({
      ok: false,
      problem: worded(sentence),
    });
  });

  it('runs with a default in the place of what is not needed, and reports it', () => {
    const read = configOf(modern({ maxdelay: 'int(os.environ["DELAY"])' }));
    expect(read).toMatchObject({
      ok: true,
      value: {
        config: { maxdelay: 300 },
        warnings: [worded(/maxdelay is computed by code.*the default \(300\) is used/)],
      },
    });
  });
});

describe('an older file', () => {
  it('of Buildbot 0.8 says slave', () => {
    const text = `
from twisted.application import service
from buildslave.bot import BuildSlave
basedir = r'/srv/slave'
buildmaster_host = 'old.example.org'
port = 9989
slavename = 'bob'
passwd = 'sesame'
keepalive = 600
usepty = 0
umask = None
maxdelay = 300
application = service.Application('buildslave')
s = BuildSlave(buildmaster_host, port, slavename, passwd, basedir,
               keepalive, usepty, umask=umask, maxdelay=maxdelay)
s.setServiceParent(application)
`;
    expect(configOf(text)).toMatchObject({
      value: {
        config: {
          basedir: '/srv/slave',
          workerName: 'bob',
          password: 'sesame',
          master: { host: 'old.example.org' },
          logSize: undefined,
        },
      },
    });
  });

  it('may hold its values in the call itself', () => {
    const text = `
from buildbot_worker.bot import Worker
application = service.Application("buildbot-worker")
Worker('h', 1, 'n', 'p', '/b', 60, umask=0o77).setServiceParent(application)
`;
    expect(configOf(text)).toMatchObject({
      value: { config: { workerName: 'n', password: 'p', keepalive: 60, umask: 0o77 } },
    });
  });
});

it.each([
  ['no Python', '((( nonsense'],
  ['no worker', "application = service.Application('buildbot-worker')\n"],
])('is refused when it holds %s', (_what, text) => {
  expect(configOf(text)).toMatchObject({
    ok: false,
    problem: wordedWith(TAC_PATH),
  });
});
