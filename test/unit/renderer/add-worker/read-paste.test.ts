import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkerOptions } from '../../../../main/worker-settings/create-worker-options.ts';
import { readPaste } from '../../../../renderer/add-worker/paste/read-paste.ts';
import { fuzzed } from '../../../support/fuzz.ts';

const CI = { host: 'ci.example.org', port: '9989' };
const ME = { workerName: 'linux-3', password: 'hunter2' };

describe('what is pasted', () => {
  it.each([
    ['a host', 'ci.example.org', { host: 'ci.example.org' }],
    ['a host of one word', 'localhost', { host: 'localhost' }],
    ['host and port', ' ci.example.org:9989\n', CI],
    ['an address', '10.0.0.1:9990', { host: '10.0.0.1', port: '9990' }],
    ['an IPv6 address', '[2001:db8::1]:9989', { host: '2001:db8::1', port: '9989' }],
    ['a bare IPv6 address', '::1', { host: '::1' }],
    ['a URL', 'tcp://ci.example.org:9989', CI],
    ['a URL with TLS', 'tls://ci.example.org:9990/', { ...CI, port: '9990', useTls: 'True' }],
    [
      'a web socket',
      'wss://ci.example.org:9989/worker',
      { ...CI, useTls: 'True', protocol: 'msgpack_experimental_v7' },
    ],
    ['the web page', 'https://ci.example.org:8010/#/', { host: 'ci.example.org' }],
    ['a plain connection string', 'tcp:host=ci.example.org:port=9989', CI],
    [
      'a connection string',
      'tls:host=ci.example.org:port=9990',
      { connectionString: 'tls:host=ci.example.org:port=9990' },
    ],
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
    [
      'a command with gaps, and the values around it',
      'Run `buildbot-worker create-worker worker ci.example.org:9989 <name> <password>`.\nName: linux-3\nPassword: hunter2',
      { ...CI, ...ME },
    ],
    [
      'a mail',
      'Hi Ada,\n\nthanks for lending us a machine! Here is what you need:\n\nMaster: ci.example.org\nPort: 9989\nWorker name: linux-3\nPassword: hunter2\n\nBuilds show up at https://ci.example.org/#/builders\n\nCheers, Bob <bob@example.org>',
      { ...CI, ...ME },
    ],
    [
      'a German mail',
      'Hallo Ada,\n\nhier die Zugangsdaten:\n\nServer: ci.example.org:9989\nName des Workers: linux-3\nPasswort: hunter2\n\nGrüße, Bob',
      { ...CI, ...ME },
    ],
    [
      'German sentences',
      'Ihr Worker heißt linux-3, das Passwort lautet hunter2. Der Master ist ci.example.org auf Port 9989.',
      { ...CI, ...ME },
    ],
    [
      'English sentences',
      'Please connect to ci.example.org:9989. Your worker is called "linux-3" and the password for it is hunter2.',
      { ...CI, ...ME },
    ],
    [
      'a list with marks',
      '* **Host**: `ci.example.org`\n* **Port**: `9989`\n* **Worker name**: `linux-3`\n* **Password**: `hunter2`',
      { ...CI, ...ME },
    ],
    [
      'a table',
      '| Host | ci.example.org |\n| Port | 9989 |\n| Username | linux-3 |\n| Kennwort | hunter2 |',
      { ...CI, ...ME },
    ],
    [
      'values below their labels',
      'Buildmaster:\n  ci.example.org\nPort:\n  9989\nWorker:\n  linux-3\nPassword:\n  hunter2',
      { ...CI, ...ME },
    ],
    [
      'pairs in a line',
      'host=ci.example.org port=9989 name=linux-3 password=hunter2',
      { ...CI, ...ME },
    ],
    [
      'pairs with commas',
      'Host: ci.example.org, Port: 9989, User: linux-3, Password: "correct horse"',
      { ...CI, workerName: 'linux-3', password: 'correct horse' },
    ],
    [
      'host and port in words',
      'Host: ci.example.org (port 9989)\nTLS: yes\nProtocol: msgpack',
      { ...CI, useTls: 'True', protocol: 'msgpack_experimental_v7' },
    ],
    ['lines of a Windows mail', 'Host: ci.example.org\r\nPort: 9989\r\n', CI],
    ['an address with brackets', 'Master <tcp://ci.example.org:9989>.', CI],
    ['prose about a command', 'Please read about create-worker in the manual first.', {}],
    ['prose about Buildbot', 'Run buildbot-worker create-worker, then edit info/host.', {}],
    ['nothing of use', 'Hello! See you at 10:30.', {}],
    ['nothing', '', {}],
  ])('%s', (_what, text, settings) => {
    expect(readPaste(text).settings).toEqual(settings);
  });

  it('names the options that the form has no field for', () => {
    const { notTaken } = readPaste(
      'buildbot-worker create-worker --proxy-password - --weird d ci.example.org linux-3 hunter2',
    );
    expect(notTaken).toEqual(['--proxy-password', '--weird']);
  });

  it.each([
    ['-r', { isRelocatable: true, isMunged: false }],
    ['--relocatable --munge-email', { isRelocatable: true, isMunged: true }],
    ['--quiet', { isRelocatable: false, isMunged: false }],
  ])('takes how the directory is to be made: %s', (options, switches) => {
    const read = readPaste(`buildbot-worker create-worker ${options} d ci.example.org w hunter2`);
    expect(read).toMatchObject({ switches, notTaken: [] });
  });

  it('takes what buildtray.json and info/ hold', () => {
    const { settings, hostinfo, notTaken } = readPaste(
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

  it.each([
    ['from buildbot_worker.bot import Worker\n', true],
    ["buildmaster_host = 'ci'\nport = 9989\n", true],
    ['Host: ci.example.org', false],
  ])('is a buildbot.tac: %j', (text, isTac) => {
    expect(readPaste(text).isTac).toBe(isTac);
  });

  it('takes every option of create-worker that sets something', () => {
    const options = createWorkerOptions().filter(({ setting }) => setting !== undefined);
    const typed = options.map(({ name, value }) => `--${name}${value === undefined ? '' : '=7'}`);
    const { settings, notTaken } = readPaste(`create-worker ${typed.join(' ')} d ci w p`);
    expect(notTaken).toEqual([]);
    expect(settings).toMatchObject(
      Object.fromEntries(
        options.map(({ setting, value }) => [setting, value === undefined ? 'True' : '7']),
      ),
    );
  });
});

const pieces = fc.constantFrom(
  ...['create-worker', 'Host: ', 'Password:', '=', ':', '"', "'", '\\', '\n', ' ', '://', 'tls:'],
  ...['ci.example.org', '9989', '|', '<', '[', '::', '--umask', '-', 'is ', 'Worker ', '\t', '„'],
);

describe('whatever is pasted', () => {
  it('gives texts alone', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { settings } = readPaste(text);
        expect(Object.values(settings).every((value) => typeof value === 'string')).toBe(true);
        expect(settings.port === undefined || Number(settings.port) <= 65_535).toBe(true);
      }),
      fuzzed(2_000),
    );
  });

  // A pattern that tries every way to read such a text would not come to an end.
  it.each([
    'a',
    ' ',
    '>',
    '-',
    ':',
    'Password ',
    'worker ',
    '"',
    'a.',
    'a,b: ',
    '\\\n',
    '[',
    'create-worker ',
  ])('comes to an end: %j over and over', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(() => readPaste(text)).not.toThrow();
    expect(() => readPaste(`${text.slice(0, 50_000)}!`)).not.toThrow();
  });

  it('is host and port where it is written so', () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        fc.pre(!/\.(?:tac|py|txt|cfg|log)$/i.test(host));
        expect(readPaste(`${host}:${port}`).settings).toEqual({ host, port: String(port) });
      }),
      fuzzed(200),
    );
  });
});
