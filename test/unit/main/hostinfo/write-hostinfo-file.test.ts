import {
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkChoice } from '../../../../main/contract/hostinfo/hostinfo-contract.ts';
import { MAX_HOSTINFO_BYTES } from '../../../../main/hostinfo/read-hostinfo.ts';
import {
  removeHostinfoFile,
  writeHostinfoFile,
} from '../../../../main/hostinfo/write-hostinfo-file.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded, wordedWith } from '../../../support/worded.ts';

const temporary = temporaryBasedir();
const info = (...parts: string[]) => temporary.at('info', ...parts);
const shared = (...parts: string[]) => temporary.at('shared', ...parts);

beforeEach(async () => {
  await mkdir(info());
  await mkdir(shared());
});

describe('writing info/', () => {
  it('makes files and replaces them, with the mode they have', async () => {
    await writeHostinfoFile(info(), 'admin', 'Ada\n');
    await chmod(info('admin'), 0o640);
    expect(await writeHostinfoFile(info(), 'admin', 'Bob\n')).toMatchObject({ ok: true });
    expect(await readFile(info('admin'), 'utf8')).toBe('Bob\n');
    expect((await stat(info('admin'))).mode & 0o777).toBe(0o640);
    expect(await readdir(info())).toEqual(['admin']);
  });

  it('asks what to do with a link, and writes nothing meanwhile', async () => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n')).toEqual({
      ok: false,
      problem: {
        kind: 'is-link',
        target: shared('admin'),
        problem: wordedWith(`is a link to ${shared('admin')}`),
      },
    });
    expect(await readFile(shared('admin'), 'utf8')).toBe('all of us\n');
  });

  it.each<[LinkChoice, string, string]>([
    ['change-shared-file', 'me\n', 'me\n'],
    ['replace-link', 'all of us\n', 'me\n'],
  ])('does with a link what was chosen: %s', async (choice, inShared, inInfo) => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n', choice)).toMatchObject({ ok: true });
    expect(await readFile(shared('admin'), 'utf8')).toBe(inShared);
    expect(await readFile(info('admin'), 'utf8')).toBe(inInfo);
    const link = await readlink(info('admin')).catch(() => undefined);
    expect(link).toBe(choice === 'replace-link' ? undefined : shared('admin'));
  });

  it('makes the file that a link leads to', async () => {
    await symlink('../shared/new', info('admin'));
    expect(await writeHostinfoFile(info(), 'admin', 'me\n')).toMatchObject({
      problem: { target: shared('new') },
    });
    await writeHostinfoFile(info(), 'admin', 'me\n', 'change-shared-file');
    expect(await readFile(shared('new'), 'utf8')).toBe('me\n');
  });

  it('removes a link and leaves the shared file', async () => {
    await writeFile(shared('admin'), 'all of us\n');
    await symlink(shared('admin'), info('admin'));
    expect(await removeHostinfoFile(info(), 'admin')).toMatchObject({ ok: true });
    expect(await readdir(info())).toEqual([]);
    expect(await readFile(shared('admin'), 'utf8')).toBe('all of us\n');
  });

  it('makes the folder, but not a worker directory that is gone', async () => {
    await rm(info(), { recursive: true });
    expect(await writeHostinfoFile(info(), 'admin', 'Ada\n')).toMatchObject({ ok: true });
    expect(await writeHostinfoFile(info('gone/info'), 'admin', 'Ada\n')).toMatchObject({
      problem: worded(/^Cannot write .*: there is no such file/),
    });
    expect(await readdir(info())).toEqual(['admin']);
  });

  it.each(['', '..', 'a/b', 'a\0b'])('refuses the name %j', async (name) => {
    expect(await writeHostinfoFile(info(), name, 'x')).toMatchObject({
      problem: { kind: 'failed', problem: worded(`"${name}" is not a file name for info/.`) },
    });
  });

  it('refuses what a master would not take', async () => {
    expect(
      await writeHostinfoFile(info(), 'host', 'x'.repeat(MAX_HOSTINFO_BYTES + 1)),
    ).toMatchObject({ problem: wordedWith('longer than') });
  });
});
