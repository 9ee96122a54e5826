import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorker, suggestionFrom, takeOverDirectory } from '../../../../main/app/first-start.ts';
import { Keyring } from '../../../../main/app/keyring.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const { problems } = textsIn('en').addWorker;

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

const draft = (dir: string) => ({
  ...{ host: ' ci.example.org ', port: 9990, workerName: ' w1 ', password: ' pass word ' },
  basedir: dir,
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
    expect(await readFile(join(dir, 'info', 'host'), 'utf8')).not.toBe('');
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

  it('takes an address of the newer kind', async () => {
    const dir = basedir.at('six');
    await makeWorker({ ...draft(dir), host: '[::1]' }, WITHOUT, problems);
    expect(await tacIn(dir)).toMatch(/^buildmaster_host = '::1'$/m);
  });

  it('tells every problem with its field, and makes nothing', async () => {
    const empty = { host: 'http://ci', port: 0, workerName: ' ', password: '', basedir: 'w' };
    const made = await makeWorker(empty, WITHOUT, problems);
    const fields = made.ok ? [] : made.problem.map(({ field }) => field);
    expect(fields).toEqual(['host', 'port', 'workerName', 'password', 'basedir']);
  });

  it('leaves a worker alone that is there already', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), WITHOUT, problems);
    const before = await tacIn(dir);
    expect(
      await makeWorker({ ...draft(dir), workerName: 'other' }, WITHOUT, problems),
    ).toMatchObject({
      ok: false,
      problem: [{ field: 'basedir' }],
    });
    expect(await tacIn(dir)).toBe(before);
  });
});

describe('a directory that is there', () => {
  it('is taken over as it is', async () => {
    const dir = basedir.at('w');
    await makeWorker(draft(dir), WITHOUT, problems);
    expect(await takeOverDirectory(` ${dir} `)).toEqual({ ok: true, value: { basedir: dir } });
  });

  it('is refused in a sentence when no worker is in it', async () => {
    expect(await takeOverDirectory(basedir.path)).toMatchObject({ ok: false });
  });
});

describe('the suggestion', () => {
  it('says where the password would be kept, and why', () => {
    const dir = join(homedir(), 'buildtray-worker');
    const fixed = { port: 9989, basedir: dir };
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
