import { describe, expect, it } from 'vitest';
import { createWorkerOptions } from '../../../../../main/worker-settings/create-worker-options.ts';
import {
  type CommandLine,
  readCommandLine,
} from '../../../../../renderer/add-worker/paste/command-line.ts';

const CI = { host: 'ci.example.org', port: '9989' };
const ME = { workerName: 'linux-3', password: 'hunter2' };

function read(text: string): CommandLine {
  const found = readCommandLine(text);
  if (found === undefined) throw new Error('no command found');
  return found;
}

describe('a command that makes a worker', () => {
  it.each([
    [
      'a command',
      'buildbot-worker create-worker --umask 0o22 -r /srv/bb ci.example.org:9989 linux-3 "pass word"',
      { ...CI, umask: '0o22', workerName: 'linux-3', password: 'pass word', basedir: '/srv/bb' },
    ],
    [
      'a command without port, after a prompt',
      '$ buildtray create-worker dir ci.example.org linux-3 hunter2',
      { ...CI, ...ME },
    ],
    [
      'a command with options',
      "buildbot-worker create-worker --use-tls --protocol=msgpack_experimental_v7 -k 60 --maxdelay 30 --maxretries=9 --numcpus 4 -a file -n --delete-leftover-dirs worker ci.example.org:9989 linux-3 'it'\\''s'",
      {
        ...CI,
        useTls: 'True',
        protocol: 'msgpack_experimental_v7',
        keepalive: '60',
        maxdelay: '30',
        maxretries: '9',
        numcpus: '4',
        allowShutdown: 'file',
        logSize: 'None',
        deleteLeftoverDirs: 'True',
        workerName: 'linux-3',
        password: "it's",
      },
    ],
    [
      'a command with a connection string',
      'buildbot-worker create-worker --connection-string=tls:ci:9989 --proxy-connection-string tcp:proxy:3128 d localhost linux-3 hunter2',
      {
        host: 'localhost',
        port: '9989',
        ...ME,
        connectionString: 'tls:ci:9989',
        proxyConnectionString: 'tcp:proxy:3128',
      },
    ],
    [
      'a command whose protocol is to be found out',
      'buildtray create-worker --protocol auto -k 60 d ci.example.org:9989 linux-3 hunter2',
      { ...CI, ...ME, keepalive: '60' },
    ],
    [
      'a command over several lines',
      'buildbot-worker create-worker \\\n  --keepalive 30 \\\n  ~/worker \\\n  ci.example.org:9989 linux-3 hunter2\n',
      { ...CI, ...ME, keepalive: '30', basedir: '~/worker' },
    ],
    [
      'a command that a mail broke',
      'Please run\n\n> buildbot-worker create-worker worker ci.example.org:9989\n> linux-3 hunter2\n\nThanks',
      { ...CI, workerName: 'linux-3', password: 'hunter2' },
    ],
    [
      'a command of the old days',
      'buildslave create-slave slave ci.example.org:9989 linux-3 hunter2',
      { ...CI, ...ME },
    ],
  ])('is %s', (_what, text, settings) => {
    expect(read(text).settings).toEqual(settings);
  });

  it.each([
    ['prose about it', 'Please read about create-worker in the manual first.'],
    ['without a master', 'Run buildbot-worker create-worker, then edit info/host.'],
    ['another command', 'buildbot-worker start worker ci.example.org:9989'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(readCommandLine(text)).toBeUndefined();
  });

  it('leaves the text around it to others', () => {
    const { rest } = read('Run `buildtray create-worker d ci w p`.\nTLS: yes');
    expect(rest).toContain('Run ');
    expect(rest).toContain('TLS: yes');
    expect(rest).not.toContain('create-worker');
  });

  it('names the options that the form has no field for', () => {
    const { notTaken } = read(
      'buildbot-worker create-worker --proxy-password - --weird d ci.example.org linux-3 hunter2',
    );
    expect(notTaken).toEqual([
      { option: '--proxy-password', why: 'unknown' },
      { option: '--weird', why: 'unknown' },
    ]);
  });

  it.each([
    ['--usepty=0', {}, [{ option: '--usepty', why: 'obsolete' }]],
    ['--usepty 1', {}, [{ option: '--usepty', why: 'obsolete' }]],
    [
      '--no-logrotate --log-size=99',
      { logSize: 'None' },
      [{ option: '--log-size', why: 'overruled' }],
    ],
    [
      '--log-count 3 --log-size 99 -n',
      { logSize: 'None' },
      [
        { option: '--log-count', why: 'overruled' },
        { option: '--log-size', why: 'overruled' },
      ],
    ],
  ])('reports what does nothing: %s', (options, settings, notTaken) => {
    const found = read(`buildbot-worker create-worker ${options} d ci.example.org:9989 w hunter2`);
    expect(found.settings).toEqual({ ...CI, workerName: 'w', password: 'hunter2', ...settings });
    expect(found.notTaken).toEqual(notTaken);
  });

  it.each([
    ['-r', { isRelocatable: true, isMunged: false }],
    ['--relocatable --munge-email', { isRelocatable: true, isMunged: true }],
    ['--quiet', { isRelocatable: false, isMunged: false }],
  ])('takes how the directory is to be made: %s', (options, switches) => {
    const found = read(`buildbot-worker create-worker ${options} d ci.example.org w hunter2`);
    expect(found).toMatchObject({ switches, notTaken: [] });
  });

  it('takes what buildtray.json and info/ hold', () => {
    const { settings, hostinfo, notTaken } = read(
      'buildtray create-worker --use-tls --tls-pin sha256:ab --tls-authorities=/etc/farm.pem ' +
        "--proxy-user ada --proxy-password 'a b' --admin 'Ada <ada@example.org>' " +
        '--access-uri ssh://ada@here d ci.example.org linux-3 hunter2',
    );
    expect(settings).toMatchObject({
      useTls: 'True',
      tlsPin: 'sha256:ab',
      tlsAuthorities: '/etc/farm.pem',
      proxyUser: 'ada',
      proxyPassword: 'a b',
      workerName: 'linux-3',
    });
    expect(hostinfo).toEqual({ admin: 'Ada <ada@example.org>', accessUri: 'ssh://ada@here' });
    expect(notTaken).toEqual([]);
  });

  it('takes every option of create-worker that sets something', () => {
    const options = createWorkerOptions().filter(({ setting }) => setting !== undefined);
    const typed = options.map(({ name, value }) => `--${name}${value === undefined ? '' : '=7'}`);
    const { settings, notTaken } = read(`create-worker ${typed.join(' ')} d ci w p`);
    expect(notTaken).toEqual([]);
    expect(settings).toMatchObject(
      Object.fromEntries(
        options.map(({ setting, value }) => [setting, value === undefined ? 'True' : '7']),
      ),
    );
  });
});
