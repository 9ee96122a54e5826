import { mkdir, symlink } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { realPathOf } from '../../../../../../main/worker/commands/paths/resolve-inside.ts';
import { notOn } from '../../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const links = notOn('win32', 'links need rights there');

it('follows links on the way, and the last one where that is meant', links, async () => {
  await mkdir(temporary.at('real'));
  await symlink('real', temporary.at('link'));
  await symlink('missing', temporary.at('real/last'));
  const path = temporary.at('link/last');
  expect(await realPathOf(path, 'kept')).toBe(temporary.at('real/last'));
  expect(await realPathOf(path, 'followed')).toBe(temporary.at('real/missing'));
});

it('finds no end of links that go round in circles', links, async () => {
  await symlink('one', temporary.at('other'));
  await symlink('other', temporary.at('one'));
  expect(await realPathOf(temporary.at('one'), 'followed')).toBeUndefined();
});
