import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDownloadTarget } from '../../../../../../main/worker/commands/transfer/download-target.ts';
import { notOn } from '../../../../../support/only-on.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const modeOf = async (path: string) => (await stat(path)).mode & 0o7777;

/** Writes a whole file; its mode afterwards. */
async function download(path: string, text: string, file = { mode: null as number | null }) {
  const target = await openDownloadTarget(path, file);
  await target.write([bytes(text.slice(0, 2)), bytes(text.slice(2))]);
  await target.commit();
  return { text: await readFile(path, 'utf8'), mode: await modeOf(path) };
}

describe('a file that is new', () => {
  it('is there when it is complete, and not before, in directories that are made', async () => {
    const path = basedir.at('a/b/file');
    const target = await openDownloadTarget(path, { mode: null });
    await target.write([bytes('one '), bytes('two ')]);
    await target.write([bytes('three')]);
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    await target.commit();
    expect(await readFile(path, 'utf8')).toBe('one two three');
    expect(await readdir(dirname(path))).toEqual(['file']);
  });

  it('leaves nothing when it is discarded', async () => {
    const target = await openDownloadTarget(basedir.at('file'), { mode: null });
    await target.write([bytes('half')]);
    await target.discard();
    expect(await readdir(basedir.path)).toEqual([]);
  });

  it('has the mode that is named, whatever the mask, or what the mask leaves', async () => {
    const named = await openDownloadTarget(basedir.at('named'), { mode: 0o666, umask: 0o077 });
    await named.commit();
    const masked = await openDownloadTarget(basedir.at('masked'), { mode: null, umask: 0o077 });
    await masked.commit();
    expect(await modeOf(basedir.at('named'))).toBe(0o666);
    expect(await modeOf(basedir.at('masked'))).toBe(0o600);
  });
});

describe('a file that takes the place of another', () => {
  it('keeps its mode unless one is named, and the old content when it is discarded', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'old');
    await chmod(path, 0o751);
    expect(await download(path, 'new')).toEqual({ text: 'new', mode: 0o751 });
    expect(await download(path, 'newer', { mode: 0o100640 })).toEqual({
      text: 'newer',
      mode: 0o640,
    });
    const target = await openDownloadTarget(path, { mode: null });
    await target.write([bytes('never')]);
    await target.discard();
    expect([await readFile(path, 'utf8'), await readdir(basedir.path)]).toEqual([
      'newer',
      ['file'],
    ]);
  });

  it('is written itself where the directory takes no new one', async () => {
    const path = basedir.at('shut/file');
    await mkdir(dirname(path));
    await writeFile(path, 'a longer old text');
    await chmod(path, 0o666);
    await chmod(dirname(path), 0o555);
    await chmod(basedir.path, 0o755);
    expect((await asOrdinaryUser(() => download(path, 'new'))).text).toBe('new');
  });

  it('may not be one that may not be written, though its directory may', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'old');
    await chmod(path, 0o444);
    await chmod(basedir.path, 0o777);
    const opened = asOrdinaryUser(() => openDownloadTarget(path, { mode: null }));
    await expect(opened).rejects.toMatchObject({ code: 'EACCES' });
    expect(await readdir(basedir.path)).toEqual(['file']);
  });

  it('may not be a directory, nor be below a file', async () => {
    await mkdir(basedir.at('dir'));
    await writeFile(basedir.at('file'), '');
    await expect(openDownloadTarget(basedir.at('dir'), { mode: null })).rejects.toMatchObject({
      code: 'EISDIR',
    });
    await expect(openDownloadTarget(basedir.at('file/x'), { mode: null })).rejects.toThrow();
  });

  it('leaves nothing beside it when its place was taken by a directory meanwhile', async () => {
    const target = await openDownloadTarget(basedir.at('file'), { mode: null });
    await mkdir(basedir.at('file'));
    await expect(target.commit()).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(basedir.path)).toEqual(['file']);
  });
});

it('a device is written as it is', notOn('win32', 'Windows has no /dev/null'), async () => {
  const target = await openDownloadTarget('/dev/null', { mode: null });
  await target.write([bytes('gone')]);
  await target.commit();
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

it(
  'a named pipe in its place is refused, and waited for by nobody',
  notOn('win32', 'Windows has no named pipes in folders'),
  async () => {
    const path = basedir.at('pipe');
    execFileSync('mkfifo', [path]);
    await expect(openDownloadTarget(path, { mode: null })).rejects.toThrow();
    expect(await readdir(basedir.path)).toEqual(['pipe']);
  },
);
