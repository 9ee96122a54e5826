import { execFileSync } from 'node:child_process';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readExtras, writeExtras } from '../../../../main/basedir/extras-file.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { notOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { wordedWith } from '../../../support/worded.ts';

const basedir = temporaryBasedir();
const PATH = 'buildtray.json';

const extras = {
  tls: { pin: 'sha256:00', authorities: '/etc/farm.pem' },
  proxy: { user: 'ada', password: 'secret' },
};

describe('buildtray.json', () => {
  it('gives back what was written, to nobody but the owner', async () => {
    expect(await writeExtras(basedir.path, extras)).toEqual({ ok: true, value: undefined });
    expect((await stat(basedir.at(PATH))).mode & 0o777).toBe(0o600);
    expect(await readExtras(basedir.path)).toEqual({ ok: true, value: { extras, notes: [] } });
  });

  // Windows has no named pipes among its files.
  it(
    'holds nobody up when a pipe has its place',
    notOn('win32', 'Windows has no named pipes in folders'),
    async () => {
      execFileSync('mkfifo', [basedir.at(PATH)]);
      expect(await readExtras(basedir.path)).toMatchObject({ ok: false });
    },
  );

  it('need not be there, and is not made for nothing', async () => {
    await writeExtras(basedir.path, {});
    expect(await readExtras(basedir.path)).toEqual({
      ok: true,
      value: { extras: {}, notes: [] },
    });
    await expect(stat(basedir.at(PATH))).rejects.toThrow('ENOENT');
  });

  it('keeps what another version has written into it', async () => {
    await writeFile(basedir.at(PATH), '{"later": 1, "tls": {"pin": "a", "newer": true}}');
    await writeExtras(basedir.path, { tls: { pin: 'b' } });
    expect(JSON.parse(await readFile(basedir.at(PATH), 'utf8'))).toEqual({
      later: 1,
      tls: { pin: 'b', newer: true },
    });
    await writeExtras(basedir.path, { tls: { authorities: '/farm.pem' } });
    expect(JSON.parse(await readFile(basedir.at(PATH), 'utf8'))).toEqual({
      later: 1,
      tls: { authorities: '/farm.pem', newer: true },
    });
    await writeExtras(basedir.path, {});
    expect(JSON.parse(await readFile(basedir.at(PATH), 'utf8'))).toEqual({ later: 1 });
  });

  it('warns of a password that others can read', async () => {
    await writeExtras(basedir.path, extras);
    await chmod(basedir.at(PATH), 0o644);
    const read = await readExtras(basedir.path);
    expect(read.ok && read.value.notes).toEqual([wordedWith('chmod 600')]);
  });

  it.each([
    ['{"proxy": {"user": "ada", "password": "secret"', 'is not valid JSON: fix it'],
    ['[]', 'buildtray.json must be an object in braces.'],
    ['{"tls": {"pin": 7}}', 'tls.pin must be text.'],
    [
      '{"proxy": {"user": "a:b", "password": "secret"}}',
      'proxy.user must be a user name without a colon.',
    ],
    ['{"proxy": {"user": "ada"}}', 'proxy.password must be text.'],
  ])('is refused in one sentence without a secret: %s', async (text, why) => {
    await writeFile(basedir.at(PATH), text);
    const read = await readExtras(basedir.path);
    expect(read.ok || inEnglish(read.problem)).toContain(why);
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
