import { mkdir, stat, symlink } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { atPlace } from '../../../../../../main/worker/commands/paths/find-place.ts';
import { makeDirectoryAt } from '../../../../../../main/worker/commands/paths/make-directory-at.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function make(name: string, umask?: number): Promise<void> {
  const rules = { basedir: basedir.path, fileAccess: 'basedir' } as const;
  await atPlace(rules, basedir.at(name), { use: 'look' }, (place) => makeDirectoryAt(place, umask));
}

it('a directory is made with its parents and the mask, and may be there already', async () => {
  await make('a/b/c', 0o077);
  await make('a/b/c');
  for (const name of ['a', 'a/b', 'a/b/c']) {
    expect((await stat(basedir.at(name))).mode & 0o777).toBe(0o700);
  }
});

it('a directory is made where a link leads, unless that leads to nothing', async () => {
  await mkdir(basedir.at('real'));
  await symlink('real', basedir.at('link'));
  await symlink('nowhere', basedir.at('dangling'));
  await make('link/new');
  expect((await stat(basedir.at('real/new'))).isDirectory()).toBe(true);
  await expect(make('dangling')).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(make('dangling/new')).rejects.toMatchObject({ code: 'ENOENT' });
});
