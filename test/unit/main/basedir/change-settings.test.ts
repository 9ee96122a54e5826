import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  changeSettings,
  previewSettings,
  type SettingsChanges,
  settingsDiff,
} from '../../../../main/basedir/change-settings.ts';
import type { WorkerSettingName } from '../../../../main/worker-settings/settings-table.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const temporary = temporaryBasedir();

const { write, text, plain, shown } = settingsDirectory(temporary);

describe('changing settings', () => {
  const CHANGES: { readonly [name in WorkerSettingName]: SettingsChanges } = {
    basedir: { basedir: '/elsewhere' },
    host: { host: 'another.example.org' },
    port: { port: 1 },
    useTls: { useTls: false },
    connectionString: { connectionString: 'tcp:ci:1', proxyConnectionString: null },
    proxyConnectionString: { proxyConnectionString: null },
    protocol: { protocol: 'pb' },
    path: { path: '/other' },
    workerName: { workerName: 'wörker "two"' },
    password: { password: 'n\'ew "pass\\word' },
    keepalive: { keepalive: 0 },
    maxdelay: { maxdelay: 1 },
    maxretries: { maxretries: null },
    umask: { umask: 0o77 },
    numcpus: { numcpus: 1 },
    unicodeEncoding: { unicodeEncoding: 'ascii' },
    allowShutdown: { allowShutdown: 'signal' },
    deleteLeftoverDirs: { deleteLeftoverDirs: false },
    fileAccess: { fileAccess: 'basedir' },
    tacEnvironment: { tacEnvironment: false },
    leftoverProcesses: { leftoverProcesses: 'build' },
    protection: { protection: 'strict' },
    protectionPaths: { protectionPaths: '/srv/tools, /var/cache/x:rw' },
    protectionVariables: { protectionVariables: null },
    logSize: { logSize: 1 },
    logCount: { logCount: null },
  };

  it.each(Object.entries(CHANGES))('of %s changes its line alone', async (name, changes) => {
    await write(plain());
    const before = await shown();
    const lines = (await text()).split('\n');
    const changed = await changeSettings(temporary.path, changes);
    expect(changed).toMatchObject({
      ok: true,
      value: { changed: expect.arrayContaining([name]) },
    });
    const consequences =
      name === 'connectionString' ? { host: null, port: null, useTls: false } : {};
    const wanted = { ...before, ...changes, ...consequences };
    expect(await shown()).toEqual({ ...wanted, password: true });
    const kept = lines.filter((line) => !new Set(lines).has('') || line !== '');
    const after = new Set((await text()).split('\n'));
    const touched = Object.keys({ ...changes, ...consequences }).length;
    expect(kept.filter((line) => !after.has(line)).length).toBeLessThanOrEqual(touched);
  });

  it('shows what the change needs', async () => {
    await write(plain());
    expect(await changeSettings(temporary.path, { maxdelay: 9, workerName: 'w9' })).toEqual({
      ok: true,
      value: { changed: ['workerName', 'maxdelay'], effect: 'reconnect' },
    });
  });

  it('leaves the file alone when nothing differs, whatever its spelling', async () => {
    await write(`${plain().replace(/^use_tls = .*$/m, 'use_tls = 1')}`);
    const before = await stat(temporary.at('buildbot.tac'));
    expect(await changeSettings(temporary.path, { useTls: true, keepalive: 60 })).toEqual({
      ok: true,
      value: { changed: [], effect: 'nothing' },
    });
    expect((await stat(temporary.at('buildbot.tac'))).ino).toBe(before.ino);
  });

  it('adds what an older file does not have', async () => {
    await write(`
from twisted.application import service
from buildbot_worker.bot import Worker
basedir = '/b'
application = service.Application('buildbot-worker')  # keep
Worker('h', 1, 'n', 'p', basedir, 60).setServiceParent(application)
`);
    const changes = { maxretries: 4, logSize: 5000, fileAccess: 'anywhere' } as const;
    expect(await changeSettings(temporary.path, changes)).toMatchObject({ ok: true });
    expect(await shown()).toMatchObject({ ...changes, logCount: 10 });
    expect(await text()).toContain(
      "application = service.Application('buildbot-worker')  # keep\n",
    );
  });

  it('switches the log rotation off and on again', async () => {
    await write(plain());
    await changeSettings(temporary.path, { logSize: null });
    expect(await shown()).toMatchObject({ logSize: null });
    await changeSettings(temporary.path, { logSize: 4711 });
    expect(await shown()).toMatchObject({ logSize: 4711, logCount: 3 });
  });

  it.each<[SettingsChanges, string, RegExp]>([
    [{ keepalive: 5 }, 'keepalive', /line \d+: keepalive is computed by code .* only be changed/],
    [{ port: 0 }, 'port', /^port must be a number from 1 to 65535\.$/],
    [{ connectionString: 'tcp:ci:1' }, 'proxyConnectionString', /cannot be used together/],
    [{ host: null }, 'host', /buildmaster_host is None/],
  ])('refuses %j and changes nothing', async (changes, name, sentence) => {
    const before = plain().replace(/^keepalive = .*$/m, 'keepalive = 6 * 100');
    await write(before);
    expect(await changeSettings(temporary.path, { ...changes, maxdelay: 77 })).toEqual({
      ok: false,
      problem: expect.objectContaining({ name, problem: worded(sentence) }),
    });
    expect(await text()).toBe(before);
  });

  it('keeps mode, line ends, encoding and the place a link points to', async () => {
    await mkdir(temporary.at('elsewhere'));
    const real = temporary.at('elsewhere', 'real.tac');
    const bytes = Buffer.from(`# J\xfcrgen\r\n${plain().replaceAll('\n', '\r\n')}`, 'latin1');
    await writeFile(real, bytes);
    await chmod(real, 0o640);
    await symlink(real, temporary.at('buildbot.tac'));
    expect(await changeSettings(temporary.path, { maxdelay: 9 })).toMatchObject({ ok: true });
    const wanted = bytes.toString('latin1').replace('maxdelay = 120', 'maxdelay = 9');
    expect((await readFile(real)).toString('latin1')).toBe(wanted);
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect(await readdir(temporary.at('elsewhere'))).toEqual(['real.tac']);
  });

  it('keeps a byte order mark', async () => {
    await write(`\ufeff${plain()}`);
    await changeSettings(temporary.path, { maxdelay: 9 });
    expect((await readFile(temporary.at('buildbot.tac'))).subarray(0, 3).toString('hex')).toBe(
      'efbbbf',
    );
  });

  it('does not write what the encoding of the file cannot say', async () => {
    const bytes = Buffer.from(`# \xfc\n${plain()}`, 'latin1');
    await write(bytes);
    expect(await changeSettings(temporary.path, { workerName: '工' })).toMatchObject({
      ok: false,
      problem: wordedWith('latin-1'),
    });
    expect(await readFile(temporary.at('buildbot.tac'))).toEqual(bytes);
  });

  it('fails in one sentence in a directory that cannot be written, and loses nothing', async () => {
    await write(plain());
    await chmod(temporary.at('buildbot.tac'), 0o644);
    await chmod(temporary.path, 0o555);
    const failed = await asOrdinaryUser(() => changeSettings(temporary.path, { maxdelay: 9 }));
    const sentence = `Cannot write ${temporary.at('buildbot.tac')}: permission denied (EACCES).`;
    expect(failed).toEqual({ ok: false, problem: worded(sentence) });
    expect(await text()).toBe(plain());
  });

  it.each([
    ['has gone', async () => rm(temporary.at('buildbot.tac')), 'there is no such file'],
    ['is unreadable', async () => chmod(temporary.at('buildbot.tac'), 0o200), 'permission denied'],
    [
      'is a directory',
      async () => {
        await rm(temporary.at('buildbot.tac'));
        await mkdir(temporary.at('buildbot.tac'));
      },
      'it is a directory',
    ],
  ])('fails in one sentence when the file %s', async (_what, spoil, reason) => {
    await write(plain());
    await chmod(temporary.path, 0o755);
    await spoil();
    const failed = await asOrdinaryUser(() => changeSettings(temporary.path, { maxdelay: 9 }));
    expect(failed).toMatchObject({ ok: false });
    if (!failed.ok) expect(inEnglish(failed.problem)).toContain(reason);
  });
});

describe('before settings are changed', () => {
  it('the text that would be written is shown without secrets, and not written', async () => {
    await write(plain());
    const preview = await previewSettings(temporary.path, { maxdelay: 9, password: 'hush-hush' });
    expect(preview).toMatchObject({ ok: true, value: expect.stringMatching(/^maxdelay = 9$/m) });
    expect(JSON.stringify(preview)).not.toContain('hush-hush');
    expect(await text()).toBe(plain());
  });

  it('what would change is shown line by line, with what it needs', async () => {
    await write(plain());
    const planned = await settingsDiff(temporary.path, { maxdelay: 9 });
    expect(planned).toMatchObject({ ok: true, value: { changed: ['maxdelay'] } });
    const diff = planned.ok ? planned.value.diff : '';
    expect(diff).toContain('\n-maxdelay = 120\n+maxdelay = 9\n');
    expect(await text()).toBe(plain());
  });

  it('what code computes is replaced only where that is agreed to', async () => {
    await write(plain().replace(/^port = .*$/m, 'port = int(9989)'));
    const kept = { name: 'port', problem: { key: 'tac.keepsComputed' } };
    for (const ask of [previewSettings, settingsDiff, changeSettings]) {
      expect(await ask(temporary.path, { port: 19_989 })).toMatchObject({ problem: kept });
    }
    const agreed = { replacesCode: true };
    const preview = await previewSettings(temporary.path, { port: 19_989 }, agreed);
    expect(preview).toMatchObject({ ok: true, value: expect.stringContaining('19989') });
    const changed = await changeSettings(temporary.path, { port: 19_989 }, undefined, agreed);
    expect(changed).toMatchObject({ ok: true, value: { changed: ['port'] } });
    expect(await text()).toContain('port = int(9989)');
    expect(await shown()).toMatchObject({ port: 19_989 });
  });

  it('the faults of a file are fixed one by one', async () => {
    const faulty = plain()
      .replace(/^port = .*$/m, "port = 'many'")
      .replace(/^passwd = .*$/m, "passwd = ''");
    await write(faulty);
    expect(await changeSettings(temporary.path, { port: 9_990 })).toMatchObject({ ok: true });
    expect(await changeSettings(temporary.path, { password: 'new' })).toMatchObject({ ok: true });
    expect(await text()).toBe(plain({ password: 'new' }));
  });

  it('a change that would be refused is refused with the same reason', async () => {
    await write(plain());
    const refused = { name: 'port', problem: { key: 'settings.refused' } };
    for (const ask of [previewSettings, settingsDiff, changeSettings]) {
      expect(await ask(temporary.path, { port: 0 })).toMatchObject({ problem: refused });
    }
  });
});
