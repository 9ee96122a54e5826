import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  HAS_DIRECTORY_HANDLES,
  isDirectory,
  isNoDirectory,
  openDirectory,
  systemError,
} from '../../../../../main/system/opening/open-directory.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('a held directory stays the same one when another thing takes its name', async () => {
  await mkdir(basedir.at('held'));
  await writeFile(basedir.at('held/inside'), '');
  const held = await openDirectory(basedir.at('held'));
  await rename(basedir.at('held'), basedir.at('moved'));
  await mkdir(basedir.at('other'));
  await symlink('other', basedir.at('held'));
  expect(await readdir(held.path)).toEqual(HAS_DIRECTORY_HANDLES ? ['inside'] : []);
  const moved = await openDirectory(basedir.at('moved'));
  expect(await held.identity()).toBe(await moved.identity());
  await Promise.all([held.close(), moved.close()]);
});

it('neither a link nor a file is held', async () => {
  await symlink('.', basedir.at('link'));
  await writeFile(basedir.at('file'), '');
  for (const name of ['link', 'file']) {
    const held = openDirectory(basedir.at(name));
    await expect(held).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(isNoDirectory(await held.catch((error: unknown) => error))).toBe(true);
  }
});

it('an error of ours looks like one of the system', () => {
  expect(systemError('ENOENT', '/a')).toMatchObject({ code: 'ENOENT', path: '/a' });
});

it('a directory is one, or a link to one, and nothing else', async () => {
  await mkdir(basedir.at('dir'));
  await symlink('dir', basedir.at('link'));
  await symlink('circle', basedir.at('circle'));
  await writeFile(basedir.at('file'), '');
  const names = ['dir', 'link', 'file', 'missing', 'circle', 'file/below'];
  expect(names.filter((name) => isDirectory(basedir.at(name)))).toEqual(['dir', 'link']);
});
