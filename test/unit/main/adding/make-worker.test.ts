import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  adoptDirectory,
  makeWorker,
  problemTextsFrom,
  suggestionFrom,
} from '../../../../main/adding/make-worker.ts';
import type { DraftSettings } from '../../../../main/contract/adding/worker-draft.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
import { reversingKeyring } from '../../../support/reversing-keyring.ts';
import { OLD_TAC } from '../../../support/tac-fixtures.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const problems = problemTextsFrom(textsIn('en'));

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
const tacPath = () => basedir.at('buildbot.tac');
const tacIn = (dir: string) => readFile(join(dir, 'buildbot.tac'), 'utf8');

describe('a new worker', () => {
  it('keeps its password in a file that only the user reads, where there is no keyring', async () => {
    const dir = basedir.at('deep', 'down');
    expect(await makeWorker(draft(dir), noKeyring, problems)).toEqual({
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
    const made = await makeWorker(draft(dir), reversingKeyring, problems);
    const encryptedPassword = Buffer.from(' pass word ').reverse().toString('base64');
    expect(made).toEqual({ ok: true, value: { basedir: dir, encryptedPassword } });
    const tac = await tacIn(dir);
    expect(tac).not.toContain('pass word');
    expect(tac).toMatch(/^passwd = ''\s+# kept outside this file/m);
    expect((await stat(join(dir, 'buildbot.tac'))).mode & 0o777).toBe(0o600);
  });

  it('finds its directory by itself where that is requested', async () => {
    const dir = basedir.at('w');
    await makeWorker({ ...draft(dir), isRelocatable: true }, noKeyring, problems);
    expect(await tacIn(dir)).not.toContain(dir);
  });

  it('takes an address of the newer kind', async () => {
    const dir = basedir.at('six');
    await makeWorker(draft(dir, { host: '[::1]' }), noKeyring, problems);
    expect(await tacIn(dir)).toMatch(/^buildmaster_host = '::1'$/m);
  });

  it('is not made while there is any problem, each of which comes with its field', async () => {
    const typed = { keepalive: 'oft', proxyUser: 'a:b', proxyConnectionString: 'tcp:proxy:3128' };
    const german = problemTextsFrom(textsIn('de'));
    const made = await makeWorker(draft(basedir.at('w'), typed), noKeyring, german);
    expect(made.ok ? [] : made.problem).toEqual([
      { field: 'keepalive', sentence: 'Geben Sie eine Dauer ein, etwa 30 s oder 5 min.' },
      { field: 'proxyUser', sentence: 'Geben Sie einen Benutzernamen ohne Doppelpunkt ein.' },
    ]);
    expect(existsSync(basedir.at('w'))).toBe(false);
  });

  it('is not made where no directory can be', async () => {
    const made = await makeWorker(draft('/proc/w'), noKeyring, problemTextsFrom(textsIn('de')));
    const sentence = expect.stringMatching(/^Das Verzeichnis \/proc\/w lässt sich nicht anlegen: /);
    expect(made).toEqual({ ok: false, problem: [{ field: 'basedir', sentence }] });
  });

  it('leaves a worker alone that is there already', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), noKeyring, problems);
    const before = await tacIn(dir);
    expect(
      await makeWorker(draft(dir, { workerName: 'other' }), noKeyring, problems),
    ).toMatchObject({
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
    noKeyring,
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
    expect(await makeWorker(draft(dir, typed), noKeyring, problems)).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(join(dir, 'buildtray.json'), 'utf8'))).toEqual({
      tls: { pin: PIN, authorities: '/etc/farm.pem' },
      proxy: { user: 'ada', password: ' p ' },
    });
  });
});

describe('a directory that is there', () => {
  it('is adopted as it is', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), noKeyring, problems);
    expect(
      await adoptDirectory({ path: ` ${dir} `, upgrades: false }, noKeyring, textsIn('en')),
    ).toEqual({
      ok: true,
      value: { basedir: dir },
    });
  });

  it('is refused in a sentence when no worker is in it', async () => {
    expect(
      await adoptDirectory({ path: basedir.path, upgrades: false }, noKeyring, textsIn('en')),
    ).toMatchObject({
      ok: false,
    });
  });

  it('is upgraded on the way where that is requested, and keeps its old file', async () => {
    const request = { path: basedir.path, upgrades: true };
    await writeFile(tacPath(), OLD_TAC);
    const adopted = await adoptDirectory(request, noKeyring, textsIn('en'));
    expect(adopted).toEqual({ ok: true, value: { basedir: basedir.path } });
    expect(await readFile(tacPath(), 'utf8')).toContain('buildbot_worker');
    expect(await readFile(`${tacPath()}.old`, 'utf8')).toBe(OLD_TAC);
  });

  it.each(["''", "open('.passwd').read()"])(
    'gets a password that the keyring keeps, for %s',
    async (written) => {
      const tac = OLD_TAC.replace("'secret'", written);
      await writeFile(tacPath(), tac);
      const request = { path: basedir.path, upgrades: false, password: 'new' };
      expect(await adoptDirectory(request, reversingKeyring, textsIn('en'))).toEqual({
        ok: true,
        value: { basedir: basedir.path, encryptedPassword: Buffer.from('wen').toString('base64') },
      });
      expect(await readFile(tacPath(), 'utf8')).toBe(tac);
    },
  );

  it('gets a password in its file where there is no keyring', async () => {
    await writeFile(tacPath(), OLD_TAC.replace("'secret'", "''"));
    const request = { path: basedir.path, upgrades: false, password: 'new' };
    expect(await adoptDirectory(request, noKeyring, textsIn('en'))).toEqual({
      ok: true,
      value: { basedir: basedir.path },
    });
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD_TAC.replace("'secret'", "'new'"));
  });
});

describe('the suggestion', () => {
  it('reports where the password would be kept, and why', () => {
    const dir = join(homedir(), 'buildtray-worker');
    const fixed = { port: '9989', basedir: dir };
    expect(suggestionFrom(reversingKeyring)).toEqual({
      ...fixed,
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    });
    expect(suggestionFrom(noKeyring)).toMatchObject({
      ...fixed,
      passwordPlace: { kind: 'file', path: join(dir, 'buildbot.tac'), why: 'no-keyring' },
    });
  });
});
