import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftFromTacText, lookAtDirectory } from '../../../../main/adding/look-at-directory.ts';
import {
  adoptDirectory,
  makeWorker,
  problemTextsFrom,
  suggestionFrom,
} from '../../../../main/adding/make-worker.ts';
import type { DraftSettings } from '../../../../main/contract/adding/worker-draft.ts';
import { Keyring } from '../../../../main/desktop/keyring.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const problems = problemTextsFrom(textsIn('en'));
const { fault, fields } = textsIn('en').settings;

const keyringOf = (backend: string) =>
  new Keyring(
    {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => backend,
      encryptString: (text) => Buffer.from(text).reverse(),
      decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString(),
    },
    'linux',
  );
const WITH = keyringOf('gnome_libsecret');
const WITHOUT = keyringOf('basic_text');

const HOSTINFO = { admin: 'Ada <ada@example.org>\n\n', host: 'a box', accessUri: ' ' };
const draft = (dir: string, settings: DraftSettings = {}) => ({
  settings: {
    host: ' ci.example.org ',
    port: '9990',
    workerName: ' w1 ',
    password: ' pass word ',
    basedir: dir,
    ...settings,
  },
  hostinfo: HOSTINFO,
  isRelocatable: false,
});
const tacIn = (dir: string) => readFile(join(dir, 'buildbot.tac'), 'utf8');

describe('a new worker', () => {
  it('keeps its password in a file that only the user reads, where there is no keyring', async () => {
    const dir = basedir.at('deep', 'down');
    expect(await makeWorker(draft(dir), WITHOUT, problems)).toEqual({
      ok: true,
      value: { basedir: dir },
    });
    const tac = await tacIn(dir);
    expect(tac).toMatch(/^buildmaster_host = 'ci.example.org'$/m);
    expect(tac).toMatch(/^port = 9990$/m);
    expect(tac).toMatch(/^workername = 'w1'$/m);
    expect(tac).toMatch(/^passwd = ' pass word '$/m);
    expect((await stat(join(dir, 'buildbot.tac'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'info', 'admin'), 'utf8')).toBe('Ada <ada@example.org>\n');
    expect(await readFile(join(dir, 'info', 'host'), 'utf8')).toBe('a box\n');
    expect(await readdir(join(dir, 'info'))).not.toContain('access_uri');
  });

  it('keeps its password in the keyring alone where there is one', async () => {
    const dir = basedir.at('w');
    const made = await makeWorker(draft(dir), WITH, problems);
    const encryptedPassword = Buffer.from(' pass word ').reverse().toString('base64');
    expect(made).toEqual({ ok: true, value: { basedir: dir, encryptedPassword } });
    const tac = await tacIn(dir);
    expect(tac).not.toContain('pass word');
    expect(tac).toMatch(/^passwd = ''\s+# kept outside this file/m);
    expect((await stat(join(dir, 'buildbot.tac'))).mode & 0o777).toBe(0o600);
  });

  it('finds its directory by itself where that is requested', async () => {
    const dir = basedir.at('w');
    await makeWorker({ ...draft(dir), isRelocatable: true }, WITHOUT, problems);
    expect(await tacIn(dir)).not.toContain(dir);
  });

  it('takes an address of the newer kind', async () => {
    const dir = basedir.at('six');
    await makeWorker(draft(dir, { host: '[::1]' }), WITHOUT, problems);
    expect(await tacIn(dir)).toMatch(/^buildmaster_host = '::1'$/m);
  });

  it('reports every problem with its field, and makes nothing', async () => {
    const empty = { host: 'http://ci', port: '0', workerName: ' ', password: '', umask: '9999' };
    const made = await makeWorker(draft('w', empty), WITHOUT, problems);
    expect(made.ok ? [] : made.problem).toEqual(
      expect.arrayContaining([
        { field: 'host', sentence: problems.host },
        { field: 'port', sentence: problems.port },
        { field: 'workerName', sentence: problems.workerName },
        { field: 'password', sentence: problems.password },
        { field: 'basedir', sentence: problems.basedir },
        { field: 'umask', sentence: 'Enter a number from 0 to 0o777.' },
      ]),
    );
    expect(made.ok ? [] : made.problem).toHaveLength(6);
  });

  it('reports them in the language of the user', async () => {
    const typed = { keepalive: 'oft', proxyUser: 'a:b', proxyConnectionString: 'tcp:proxy:3128' };
    const made = await makeWorker(
      draft(basedir.at('w'), typed),
      WITHOUT,
      problemTextsFrom(textsIn('de')),
    );
    expect(made.ok ? [] : made.problem).toEqual([
      { field: 'keepalive', sentence: expect.stringMatching(/^Geben Sie eine Zahl ein/) },
      { field: 'proxyUser', sentence: 'Geben Sie einen Benutzernamen ohne Doppelpunkt ein.' },
    ]);
  });

  it.each<[DraftSettings, string, RegExp]>([
    [{ connectionString: 'tcp:ci' }, 'connectionString', /braucht einen Port von 1 bis 65535/],
    [
      { proxyConnectionString: 'tcp:proxy:1:color=red' },
      'proxyConnectionString',
      /^Die Verbindungszeichenfolge des Proxys .*„color“, die es nicht gibt/,
    ],
    [
      { connectionString: 'tcp:ci:1', proxyConnectionString: 'tcp:proxy:1' },
      'proxyConnectionString',
      /schließen einander aus/,
    ],
    [{ unicodeEncoding: 'klingon' }, 'unicodeEncoding', /„klingon“ ist hier nicht bekannt/],
    [
      { workerName: 'a:b', protocol: 'msgpack_experimental_v7' },
      'workerName',
      /„a:b“ enthält einen Doppelpunkt/,
    ],
    [{ basedir: '/proc/w' }, 'basedir', /^Das Verzeichnis \/proc\/w lässt sich nicht anlegen: /],
  ])('reports what only the start would reveal, too: %j', async (typed, field, sentence) => {
    const made = await makeWorker(
      draft(basedir.at('w'), typed),
      WITHOUT,
      problemTextsFrom(textsIn('de')),
    );
    const reported = expect.stringMatching(sentence);
    expect(made).toEqual({ ok: false, problem: [{ field, sentence: reported }] });
  });

  it('leaves a worker alone that is there already', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), WITHOUT, problems);
    const before = await tacIn(dir);
    expect(await makeWorker(draft(dir, { workerName: 'other' }), WITHOUT, problems)).toMatchObject({
      ok: false,
      problem: [{ field: 'basedir' }],
    });
    expect(await tacIn(dir)).toBe(before);
  });
});

it('writes what was chosen besides, and a master that a connection string names', async () => {
  const dir = basedir.at('w');
  const chosen = { connectionString: 'tls:host=ci:port=1', umask: '022', protocol: 'pb' };
  const made = await makeWorker(
    draft(dir, { ...chosen, keepalive: '60', host: '', port: '' }),
    WITHOUT,
    problems,
  );
  expect(made).toMatchObject({ ok: true });
  const tac = await tacIn(dir);
  expect(tac).toMatch(/^connection_string = 'tls:host=ci:port=1'$/m);
  expect(tac).toMatch(/^umask = 0o22$/m);
  expect(tac).toMatch(/^keepalive = 60$/m);
});

describe('what buildtray.json holds', () => {
  const PIN = `sha256:${'ab'.repeat(32)}`;
  const PROXY = 'tcp:proxy.example.org:3128';

  it('is written beside buildbot.tac', async () => {
    const dir = basedir.at('w');
    const typed = {
      useTls: 'True',
      tlsPin: PIN,
      tlsAuthorities: '/etc/farm.pem',
      proxyConnectionString: PROXY,
      proxyUser: ' ada ',
      proxyPassword: ' p ',
    };
    expect(await makeWorker(draft(dir, typed), WITHOUT, problems)).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(join(dir, 'buildtray.json'), 'utf8'))).toEqual({
      tls: { pin: PIN, authorities: '/etc/farm.pem' },
      proxy: { user: 'ada', password: ' p ' },
    });
  });

  it.each([
    [{ tlsPin: 'ab', useTls: 'True' }, 'tlsPin', fields.tlsPin.shape ?? ''],
    [{ tlsPin: PIN }, 'tlsPin', fault({ kind: 'without-tls' })],
    [{ tlsAuthorities: '/etc/farm.pem' }, 'tlsAuthorities', fault({ kind: 'without-tls' })],
    [
      { tlsAuthorities: 'farm.pem', useTls: 'True' },
      'tlsAuthorities',
      fields.tlsAuthorities.shape ?? '',
    ],
    [{ proxyUser: 'ada' }, 'proxyUser', fault({ kind: 'without-proxy' })],
    [
      { proxyPassword: 'p', proxyConnectionString: PROXY },
      'proxyUser',
      /together with “Proxy password”/,
    ],
    [{ proxyUser: 'a:b', proxyConnectionString: PROXY }, 'proxyUser', /colon/],
  ])('is reported at its field: %j', async (typed, field, sentence) => {
    const made = await makeWorker(draft(basedir.at('w'), typed), WITHOUT, problems);
    const reported = expect.stringMatching(sentence);
    expect(made).toEqual({ ok: false, problem: [{ field, sentence: reported }] });
    expect(existsSync(basedir.at('w'))).toBe(false);
  });
});

describe('a directory that is there', () => {
  it('is adopted as it is', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), WITHOUT, problems);
    expect(
      await adoptDirectory({ path: ` ${dir} `, upgrades: false }, WITHOUT, textsIn('en')),
    ).toEqual({
      ok: true,
      value: { basedir: dir },
    });
  });

  it('is refused in a sentence when no worker is in it', async () => {
    expect(
      await adoptDirectory({ path: basedir.path, upgrades: false }, WITHOUT, textsIn('en')),
    ).toMatchObject({
      ok: false,
    });
  });
});

const OLD_TAC = `
from twisted.application import service
from buildslave.bot import BuildSlave
application = service.Application('buildslave')
buildslave = BuildSlave('ci.example.org', 9989, 'old', 'secret', '.', keepalive=600, usepty=0)
buildslave.setServiceParent(application)
`;

describe('what was dropped', () => {
  it('is a new directory, or one that is not there', async () => {
    expect(await lookAtDirectory(basedir.path, WITHOUT, textsIn('en'))).toEqual({
      ok: true,
      value: { kind: 'empty', path: basedir.path },
    });
    expect(await lookAtDirectory(basedir.at('gone'), WITHOUT, textsIn('en'))).toMatchObject({
      ok: false,
    });
  });

  it('is a worker of today, found by its file too', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), WITHOUT, problems);
    const found = {
      ok: true,
      value: {
        kind: 'worker',
        path: dir,
        workerName: 'w1',
        upgrade: [],
        whyNoUpgrade: undefined,
        problem: undefined,
        passwordPlace: undefined,
      },
    };
    expect(await lookAtDirectory(dir, WITHOUT, textsIn('en'))).toEqual(found);
    expect(await lookAtDirectory(join(dir, 'buildbot.tac'), WITHOUT, textsIn('en'))).toEqual(found);
  });

  it('is an old worker, which can be upgraded on the way', async () => {
    const tacPath = basedir.at('buildbot.tac');
    await writeFile(tacPath, OLD_TAC);
    const found = await lookAtDirectory(basedir.path, WITHOUT, textsIn('en'));
    expect(found).toMatchObject({ ok: true, value: { kind: 'worker', workerName: 'old' } });
    expect(found.ok && found.value.kind === 'worker' && found.value.upgrade).not.toEqual([]);
    expect(await readFile(tacPath, 'utf8')).toBe(OLD_TAC);
    const taken = await adoptDirectory(
      { path: basedir.path, upgrades: true },
      WITHOUT,
      textsIn('en'),
    );
    expect(taken).toEqual({ ok: true, value: { basedir: basedir.path } });
    expect(await readFile(tacPath, 'utf8')).toContain('buildbot_worker');
    expect(await readFile(`${tacPath}.old`, 'utf8')).toBe(OLD_TAC);
  });
});

describe('an old worker whose password is not in its file', () => {
  const EMPTY = OLD_TAC.replace("'secret'", "''");
  const COMPUTED = OLD_TAC.replace("'secret'", "open('.passwd').read()");
  const request = { path: basedir.path, upgrades: false, password: 'new' };
  const tacPath = () => basedir.at('buildbot.tac');
  const found = async (tac: string, keyring: Keyring) => {
    await writeFile(tacPath(), tac);
    const looked = await lookAtDirectory(basedir.path, keyring, textsIn('en'));
    return looked.ok ? looked.value : undefined;
  };

  it.each([EMPTY, COMPUTED])('gets one that the keyring keeps: %s', async (tac) => {
    expect(await found(tac, WITH)).toMatchObject({
      problem: undefined,
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    });
    const path = basedir.path;
    expect(await adoptDirectory({ ...request, path }, WITH, textsIn('en'))).toEqual({
      ok: true,
      value: { basedir: path, encryptedPassword: Buffer.from('wen').toString('base64') },
    });
    expect(await readFile(tacPath(), 'utf8')).toBe(tac);
  });

  it('gets one in its file where there is no keyring', async () => {
    expect(await found(EMPTY, WITHOUT)).toMatchObject({
      problem: undefined,
      passwordPlace: { kind: 'file', path: tacPath() },
    });
    const path = basedir.path;
    expect(await adoptDirectory({ ...request, path }, WITHOUT, textsIn('en'))).toEqual({
      ok: true,
      value: { basedir: path },
    });
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD_TAC.replace("'secret'", "'new'"));
  });

  it('is reported where others could read it', async () => {
    await writeFile(tacPath(), EMPTY);
    await chmod(tacPath(), 0o644);
    expect(await found(EMPTY, WITHOUT)).toMatchObject({ passwordPlace: { isOpen: true } });
    await chmod(tacPath(), 0o600);
    expect(await found(EMPTY, WITHOUT)).toMatchObject({ passwordPlace: { isOpen: false } });
  });

  it('cannot run where code computes it and there is no keyring', async () => {
    expect(await found(COMPUTED, WITHOUT)).toMatchObject({
      problem: expect.stringMatching(/passwd is computed by code/),
      passwordPlace: undefined,
    });
  });

  it('is not asked for one that would not fix it', async () => {
    expect(await found(EMPTY.replace('9989', "'many'"), WITH)).toMatchObject({
      problem: expect.stringMatching(/port must be/),
      passwordPlace: undefined,
    });
  });
});

it('says why an old worker cannot be upgraded, in the language of the window', async () => {
  await writeFile(basedir.at('buildbot.tac'), `${OLD_TAC}print >>log, "x"\n`);
  const found = await lookAtDirectory(basedir.path, WITHOUT, textsIn('de'));
  expect(found).toMatchObject({
    value: {
      upgrade: [],
      whyNoUpgrade: expect.stringMatching(/buildbot\.tac Zeile 7: .* ist kein Python 3/),
      problem: undefined,
    },
  });
});

it('says in the language of the window what cannot be read, and what cannot run', async () => {
  const german = textsIn('de');
  expect(await lookAtDirectory(basedir.at('gone'), WITHOUT, german)).toEqual({
    ok: false,
    problem: `${basedir.at('gone')} gibt es nicht.`,
  });
  await writeFile(basedir.at('buildbot.tac'), OLD_TAC.replace('9989', "'many'"));
  expect(await lookAtDirectory(basedir.path, WITHOUT, german)).toMatchObject({
    value: { problem: expect.stringMatching(/Zeile 5: port muss eine Zahl von 1 bis 65535 sein/) },
  });
});

it('reads from a pasted buildbot.tac what differs from the defaults', () => {
  expect(draftFromTacText(OLD_TAC)).toEqual({
    ok: true,
    value: { host: 'ci.example.org', port: '9989', workerName: 'old', password: 'secret' },
  });
  expect(draftFromTacText('print("hello")')).toMatchObject({ ok: false });
});

describe('the suggestion', () => {
  it('says where the password would be kept, and why', () => {
    const dir = join(homedir(), 'buildtray-worker');
    const fixed = { port: '9989', basedir: dir };
    expect(suggestionFrom(WITH)).toEqual({
      ...fixed,
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    });
    expect(suggestionFrom(WITHOUT)).toMatchObject({
      ...fixed,
      passwordPlace: { kind: 'file', path: join(dir, 'buildbot.tac'), why: 'no-keyring' },
    });
  });
});
